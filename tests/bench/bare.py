"""The floor of every start: a window with one table of fifty rows in bare PySide6, which ends once it is painted."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Painted(QObject):
    """Says READY after the first paint, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print("READY bare", flush=True)
        QApplication.quit()


app = QApplication(sys.argv)
window, table, model, painted = QMainWindow(), QTableView(), QStandardItemModel(50, 8), Painted()
for row in range(50):
    for column in range(8):
        model.setItem(row, column, QStandardItem(f"{row}:{column}"))
table.setModel(model)
table.viewport().installEventFilter(painted)
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
