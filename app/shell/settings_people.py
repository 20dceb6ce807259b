"""Accounts: who is there, adding, one-time passwords, closing; a second person signs where the role asks for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from app.core.access import Permission
from app.core.actions import Action
from app.core.errors import ClinicError
from app.core.text import tr
from app.core.values import Command
from app.kit.buttons import KeyButton
from app.kit.drawer import Drawer
from app.kit.fitted import FittedTable
from app.kit.form import Form
from app.kit.panels import Card
from app.kit.rows import Column, RowTableModel
from app.kit.says import Says
from app.kit.words import label
from app.runner.bridge import Runner
from app.shell.settings_own import fill, languages
from app.staff.actions.users import (
    AddUser,
    Closed,
    DisableUser,
    OneTimePassword,
    ResetPassword,
    add_user,
    disable_user,
    reset_password,
)
from app.staff.queries import LocationRow, UserRow, users
from app.staff.rules.roles import Role, role_name
from app.staff.view import Cosigner

#: so many accounts are seen at once
MOST_PEOPLE = 12
C = TypeVar("C", bound=Command)
R = TypeVar("R")


class PersonForm(Form):
    """A new person."""

    ui = "shell/person.ui"
    display_name: QLineEdit
    user_name: QLineEdit
    location: QComboBox
    language: QComboBox
    fd: QCheckBox
    ld: QCheckBox
    cc: QCheckBox
    bi: QCheckBox
    co: QCheckBox
    it: QCheckBox
    ro: QCheckBox

    def roles(self) -> tuple[str, ...]:
        """The roles that are ticked."""
        return tuple(role.value for role in Role if getattr(self, role.value.lower()).isChecked())


class PeopleCard(Card):
    """Every account within reach, and what can be done about the chosen one."""

    def __init__(self, runner: Runner, locations: Sequence[LocationRow]) -> None:
        super().__init__(tr("People"))
        self.runner, self._locations = runner, tuple(locations)
        self.cosigner = Cosigner(runner, self.window)
        self.model = RowTableModel[UserRow](self._columns(), lambda row: row.id, self)
        self.table = FittedTable(tr("People"), self.model, most=MOST_PEOPLE)
        self.says, self.shown = Says(), OneTime()
        self.add = KeyButton(tr("Add a person…"), kind="primary", size="row", icon="plus")
        self.reset = KeyButton(tr("New password"), size="row")
        self.close_account = KeyButton(tr("Close account"), kind="danger", size="row")
        row = QHBoxLayout()
        for button in (self.add, self.reset, self.close_account):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        for part in (self.says, self.shown, self.table):
            self.body.addWidget(part)
        self.drawer: Drawer | None = None
        self.form: PersonForm | None = None
        self.add.clicked.connect(self.open_form)
        self.reset.clicked.connect(self._reset)
        self.close_account.clicked.connect(self._close)
        self.table.row_changed.connect(lambda _at: self._refresh())
        self.reload()

    def _columns(self) -> tuple[Column[UserRow], ...]:
        names = {row.id: row.name for row in self._locations}
        return (
            Column(
                tr("Name"),
                lambda row: row.display_name,
                second=lambda row: row.user_name,
                ink=lambda row: "text" if row.active else "text3",
                style="name",
            ),
            Column(
                tr("Role"),
                lambda row: ", ".join(role_name(role) for role in row.roles) if row.active else tr("Closed"),
                second=lambda row: ", ".join(names.get(one, "") for one in row.location_ids),
                width=240,
            ),
        )

    def reload(self) -> None:
        """Read the accounts again."""
        self.runner.ask(users, then=self._take, fail=self.says.problem, topic=f"users-{id(self)}", settled=False)

    def _take(self, rows: tuple[UserRow, ...]) -> None:
        self.table.show_rows(rows, choose=False)
        self._refresh()

    def chosen(self) -> UserRow | None:
        """The account that is marked in the table."""
        return self.model.row(self.table.currentIndex().row())

    def _refresh(self) -> None:
        row = self.chosen()
        reason = "" if row else tr("Choose a person in the list.")
        if row is not None and row.id == self.runner.person().user_id:
            reason = tr("Nobody changes their own account here.")
        self.reset.set_unavailable(reason)
        self.reset.set_label(tr("New password") if row is None or row.active else tr("Open account again"))
        self.close_account.set_unavailable(reason or ("" if row and row.active else tr("The account is closed.")))

    # -------------------------------------------------------------------------------------------------- adding

    def open_form(self) -> None:
        """Ask who comes."""
        drawer = Drawer(self.window(), tr("Add a person"), tr("They choose their own password at the first sign-in."))
        form = self.form = PersonForm()
        self.drawer = drawer
        places: dict[int | None, str] = {row.id: row.name for row in self._locations}
        reaches_all = self.runner.person().may(Permission.MANAGE_USERS, [-1])
        fill(
            form.location, {**places, None: tr("No own location")} if reaches_all else places, next(iter(places), None)
        )
        fill(form.language, languages())
        says = Says()
        content = Card()
        content.body.addWidget(form.root)
        content.body.addWidget(says)
        content.body.addStretch(1)
        drawer.set_content(content)
        self.confirm = KeyButton(tr("Add"), kind="primary", keys="Ctrl+Return")
        drawer.footer.addWidget(self.confirm)
        self.confirm.clicked.connect(lambda: self._submit(form, drawer, says))
        drawer.closed.connect(drawer.deleteLater)
        drawer.open(form.display_name)

    def _submit(self, form: PersonForm, drawer: Drawer, says: Says) -> None:
        place = form.location.currentData()
        command = AddUser(
            user_name=form.user_name.text(),
            display_name=form.display_name.text(),
            roles=form.roles(),
            location_ids=() if place is None else (place,),
            language=form.language.currentData(),
        )
        form.clear_errors()

        def added(made: OneTimePassword) -> None:
            drawer.close_drawer()
            self._show(command.user_name, made)

        def fail(why: ClinicError) -> None:
            if not form.show_problem(why):
                says.problem(why)

        self.cosigner.run(add_user, command, Permission.MANAGE_USERS, added, fail)

    # ------------------------------------------------------------------------------------------------ changing

    def _reset(self) -> None:
        row = self.chosen()
        if row is not None:
            command = ResetPassword(user_id=row.id, reopen=not row.active)
            self._run(reset_password, command, lambda made: self._show(row.user_name, made))

    def _close(self) -> None:
        row = self.chosen()
        if row is not None:
            self._run(disable_user, DisableUser(user_id=row.id), self._closed)

    def _run(self, action: Action[C, R], command: C, then: Callable[[R], None]) -> None:
        self.says.say("")
        self.shown.hide()
        self.cosigner.run(action, command, Permission.MANAGE_USERS, then, self.says.problem)

    def _show(self, user_name: str, made: OneTimePassword) -> None:
        self.says.say("")
        self.shown.say(user_name, made.password)
        self.reload()

    def _closed(self, _gone: Closed) -> None:
        self.reload()


class OneTime(Card):
    """A one-time password, shown once."""

    def __init__(self) -> None:
        super().__init__()
        self.who, self.password = label("", "strong", wrap=True), QLineEdit()
        self.password.setReadOnly(True)
        self.password.setAccessibleName(tr("One-time password"))
        self.body.addWidget(self.who)
        self.body.addWidget(self.password)
        self.body.addWidget(
            label(tr("It is shown only now, and kept nowhere. Hand it over before you go on."), "note", wrap=True)
        )
        gone = KeyButton(tr("It is handed over"), size="row")
        gone.clicked.connect(self.forget)
        self.body.addWidget(gone)
        self.hide()

    def say(self, user_name: str, password: str) -> None:
        """Show a password."""
        self.who.setText(tr("One-time password for {name}", name=user_name))
        self.password.setText(password)
        self.show()

    def forget(self) -> None:
        """Take it off the screen."""
        self.password.clear()
        self.hide()
