"""Folders per system, the program's own files, and places where no database may stand."""

import os
import stat
import sys
from pathlib import Path

import pytest

from app.core import paths
from app.core.errors import Unavailable


def test_one_variable_moves_every_folder(tmp_path: Path) -> None:
    folders = paths.user_folders({"FRONTDESK_HOME": str(tmp_path)})
    assert {folders.data, folders.config, folders.cache, folders.log} == {
        tmp_path / name for name in ("data", "config", "cache", "log")
    }
    assert folders.preferences.parent == folders.config


def test_a_login_without_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(Unavailable, match="FRONTDESK_HOME"):
        paths.user_folders({})


@pytest.mark.parametrize(
    ("system", "folder"), [("linux", "/var/lib/frontdesk"), ("darwin", "/Library/Application Support/Frontdesk")]
)
def test_shared_data_of_each_system(system: str, folder: str) -> None:
    assert paths.shared_data(system, {}) == Path(folder)


def test_shared_data_and_site_file_on_windows() -> None:
    environment = {"PROGRAMDATA": "D:/ProgramData"}
    assert paths.shared_data("win32", environment) == Path("D:/ProgramData/Frontdesk")
    assert paths.site_file("win32", environment) == Path("D:/ProgramData/Frontdesk/site.toml")


def test_the_site_file_may_be_named() -> None:
    assert paths.site_file("linux", {}) == Path("/etc/frontdesk/site.toml")
    assert paths.site_file("linux", {"FRONTDESK_SITE": "/srv/x.toml"}) == Path("/srv/x.toml")


@pytest.mark.parametrize("name", ["plain", "with space", "é漢", "x" * 200])
def test_a_new_folder_belongs_to_its_owner_alone(tmp_path: Path, name: str) -> None:
    folder = paths.ensure_folder(tmp_path / name / "inner")
    assert folder.is_dir()
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["file/below", "x" * 300, "nul\0"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable, match="cannot write"):
        paths.ensure_folder(tmp_path / name)


def test_program_files_in_source_tree_and_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert paths.program_root() == Path(__file__).resolve().parents[2]
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("themes", "light.toml") == tmp_path / "resources" / "themes" / "light.toml"
    assert paths.form("patients", "person.ui") == tmp_path / "forms" / "patients" / "person.ui"


@pytest.mark.parametrize("parts", [("..", "x"), ("/etc/passwd",), ("a/../../b",)])
def test_program_files_stay_inside(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="leads out"):
        paths.resource(*parts)


LINUX = [
    "/dev/vda / ext4 rw 0 0",
    "server:/data /mnt/clinic nfs4 rw 0 0",
    "//nas/share /mnt/two\\040words cifs rw 0 0",
    "/dev/vdb /mnt/clinic/local ext4 rw 0 0",
    "broken",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/x.db", "ext4"),
        ("/mnt/clinic/x.db", "nfs4"),
        ("/mnt/clinic", "nfs4"),
        ("/mnt/clinical/x.db", "ext4"),
        ("/mnt/clinic/local/x.db", "ext4"),
        ("/mnt/two words/x.db", "cifs"),
    ],
)
def test_the_nearest_mount_decides(path: str, kind: str) -> None:
    assert paths.longest_mount(path, paths.parse_linux_mounts(LINUX)) == kind


def test_mac_mounts() -> None:
    mounts = paths.parse_mac_mounts(
        ["/dev/disk1s1 on / (apfs, local)", "//desk@nas/share on /Volumes/my share (smbfs, nodev)", "nonsense"]
    )
    assert paths.longest_mount("/Volumes/my share/x", mounts) == "smbfs"
    assert paths.longest_mount("/Users/x", mounts) == "apfs"


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "remote", "unc"])
def test_network_drives_are_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="network drive"):
        paths.require_local(tmp_path / "clinic.db", lambda path: kind)


def test_a_windows_share_is_a_network_path() -> None:
    assert paths.is_network_path(Path(r"\\server\share\clinic.db"))


@pytest.mark.parametrize("name", ["OneDrive - Clinic", "Dropbox", "Google Drive"])
def test_synced_folders_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cloud"):
        paths.require_local(tmp_path / name / "clinic.db", lambda path: "ext4")


def test_a_local_path_that_does_not_exist_yet_is_fine(tmp_path: Path) -> None:
    wanted = tmp_path / "new" / "clinic.db"
    assert paths.require_local(wanted) == wanted


def test_an_unknown_kind_is_not_called_a_network() -> None:
    assert not paths.is_network_path(Path("/x"), lambda path: "")
