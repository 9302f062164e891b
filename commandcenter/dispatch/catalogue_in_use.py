"""Which catalogue a desk works with: the version in force where it can be used here, else the newest before it that can."""

from __future__ import annotations

from commandcenter.model.catalogue_versions import CatalogueVersion
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.changed import build


class CatalogueInUse:
    """One desk's catalogue; begins with the program's own. Belongs to the desk's thread."""

    def __init__(self, shipped: Catalogue, picture: Picture) -> None:
        """Take what the picture says is in force; where that cannot be used, the newest version that can."""
        self._shipped = shipped
        self.catalogue = shipped
        self.version: Id | None = None
        """The version in use; `None`: the program's own."""
        self.fault: Sentence | None = None
        """Why what is in force is not what is in use."""
        if not self.follow(picture):
            for version in picture.catalogue_versions():
                if _fault_of(version) is None:
                    self.catalogue, self.version = build(version.files), version.id
                    break

    def follow(self, picture: Picture) -> bool:
        """Use what is in force now; return whether it could be. If not, all stays as it was and `fault` says why."""
        wanted = picture.catalogue_in_force()
        if wanted is None:
            self.catalogue, self.version, self.fault = self._shipped, None, None
            return True
        version = next((one for one in picture.catalogue_versions() if one.id == wanted), None)
        if version is None:
            self.fault = say("The version of the catalogue in force has not come here yet; the former one stays in use.")
            return False
        why = _fault_of(version)
        if why is not None:
            self.fault = say("The version of the catalogue in force cannot be used by this program, so the former one stays in use. {why}", why=why)
            return False
        self.catalogue, self.version, self.fault = build(version.files), version.id, None
        return True


def _fault_of(version: CatalogueVersion) -> Sentence | None:
    if not version.intact:
        return say("Its files are not those that its digest was taken of.")
    try:
        build(version.files)
    except KnownError as error:
        return error.sentence
    return None
