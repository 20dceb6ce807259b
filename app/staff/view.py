"""A second person signs for one command, wherever a room needs it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.access import Permission
from app.core.actions import Action
from app.core.errors import ClinicError, SecondPersonNeeded
from app.core.text import tr
from app.core.values import Command
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.says import Says
from app.runner.bridge import Runner
from app.staff.actions.second_person import ProveSecondPerson, SecondPerson, prove_second_person

C = TypeVar("C", bound=Command)
R = TypeVar("R")


class CosignForm(Form):
    """A colleague signs here."""

    ui = "staff/cosign.ui"
    user_name: QLineEdit
    password: QLineEdit


class Cosigner:
    """Carries out a command; where a second person has to agree, a drawer lets a colleague sign for this very command."""

    def __init__(self, runner: Runner, over: Callable[[], QWidget]) -> None:
        self.runner, self._over = runner, over
        self.drawer: Drawer | None = None
        self.form: CosignForm | None = None

    def run(
        self,
        action: Action[C, R],
        command: C,
        permission: Permission,
        then: Callable[[R], None],
        fail: Callable[[ClinicError], None],
    ) -> None:
        """Like the runner's, with a colleague's signature in between where one is needed."""

        def refused(why: ClinicError) -> None:
            if isinstance(why, SecondPersonNeeded) and not command.cosign:
                self._ask(command, permission, lambda signed: self.run(action, signed, permission, then, fail))
            else:
                fail(why)

        self.runner.run(action, command, then, refused)

    def _ask(self, command: C, permission: Permission, go_on: Callable[[C], None]) -> None:
        drawer = Drawer(self._over(), tr("A second person signs"), tr("Somebody else agrees with their own password."))
        form, says = CosignForm(), Says()
        self.drawer, self.form = drawer, form
        content = QWidget()
        card = Card()
        card.body.addWidget(form.root)
        card.body.addWidget(says)
        card.body.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(card)
        drawer.set_content(content)
        sign = KeyButton(tr("Sign"), kind="primary", keys="Ctrl+Return")
        drawer.footer.addWidget(sign)

        def answer(proof: SecondPerson) -> None:
            form.password.clear()
            if proof.ok:
                drawer.close_drawer()
                go_on(replace(command, cosign=proof.token))
                return
            wait = tr("Try again in {seconds} s.", seconds=proof.seconds) if proof.seconds else ""
            says.say(tr("This name and password do not fit."), wait)

        def failed(why: ClinicError) -> None:
            if not form.show_problem(why):
                says.problem(why)

        def submit() -> None:
            proof = ProveSecondPerson(
                user_name=form.user_name.text(),
                password=form.password.text(),
                command_id=command.id,
                permission=permission,
            )
            self.runner.run(prove_second_person, proof, answer, failed)

        sign.clicked.connect(submit)
        form.password.returnPressed.connect(submit)
        drawer.closed.connect(drawer.deleteLater)
        drawer.open(form.user_name)
