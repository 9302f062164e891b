"""Keeps the page inside: no other address, no file, no window, no download, no permission, nothing kept on disk."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from commandcenter.ui.map.scheme import HOST, INDEX, SCHEME

_log = logging.getLogger(__name__)
_Attribute = QWebEngineSettings.WebAttribute
_Level = QWebEnginePage.JavaScriptConsoleMessageLevel
_FORBIDDEN = (
    _Attribute.AutoLoadIconsForPage,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalStorageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.SpatialNavigationEnabled,
    _Attribute.WebGLEnabled,
)


def is_ours(url: QUrl) -> bool:
    """Return whether an address is on our own scheme and host."""
    return url.scheme() == SCHEME.decode() and url.host() == HOST


class OnlyOurs(QWebEngineUrlRequestInterceptor):
    """Blocks every request that does not go to our own scheme. Called in the Qt main thread."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let our own addresses pass."""
        if not is_ours(info.requestUrl()):
            _log.warning("the map page was kept from loading %s", info.requestUrl().toDisplayString())
            info.block(True)


def locked_profile(parent: QObject) -> QWebEngineProfile:
    """Return an off-the-record profile that loads nothing but ours and refuses downloads."""
    profile = QWebEngineProfile(parent)  # without a name: off the record
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setSpellCheckEnabled(False)
    profile.setUrlRequestInterceptor(OnlyOurs(profile))
    profile.downloadRequested.connect(_refuse_download)
    return profile


class LockedPage(QWebEnginePage):
    """A page that stays on `cc://app/index.html` and asks the person nothing."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        """Switch off what a map does not need."""
        super().__init__(profile, parent)
        for attribute in _FORBIDDEN:
            self.settings().setAttribute(attribute, False)
        self.newWindowRequested.connect(_refuse_window)
        self.permissionRequested.connect(QWebEnginePermission.deny)
        self.fullScreenRequested.connect(QWebEngineFullScreenRequest.reject)
        self.fileSystemAccessRequested.connect(QWebEngineFileSystemAccessRequest.reject)

    def acceptNavigationRequest(self, url: QUrl | str, type_: QWebEnginePage.NavigationType, is_main_frame: bool) -> bool:
        """Allow only the page itself, in the main frame."""
        allowed = is_main_frame and QUrl(url) == QUrl(INDEX)
        if not allowed:
            _log.warning("the map page was kept from going to %s", QUrl(url).toDisplayString())
        return allowed

    def javaScriptAlert(self, origin: QUrl | str, text: str) -> None:
        """Show nothing."""

    def javaScriptConfirm(self, origin: QUrl | str, text: str) -> bool:
        """Ask nothing."""
        return False

    def javaScriptPrompt(self, origin: QUrl | str, text: str, default: str) -> tuple[bool, str]:
        """Ask nothing."""
        return False, ""

    def javaScriptConsoleMessage(self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str) -> None:
        """Write the page's complaints to the program's own journal."""
        importance = {_Level.InfoMessageLevel: logging.DEBUG, _Level.WarningMessageLevel: logging.WARNING, _Level.ErrorMessageLevel: logging.ERROR}
        _log.log(importance[level], "map page: %s (%s:%s)", message, source.rpartition("/")[2], line)


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def _refuse_window(request: QWebEngineNewWindowRequest) -> None:
    _log.warning("the map page was kept from opening a window for %s", request.requestedUrl().toDisplayString())
