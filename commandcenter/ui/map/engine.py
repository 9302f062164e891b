"""Sets WebEngine up for this machine: sandbox, software rendering, our own URL scheme."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtQuick import QQuickWindow

from commandcenter.ui.map.scheme import register_scheme

SOFTWARE = "software"
_GL_RENDERER = 0x1F01  # GL_RENDERER of the OpenGL specification
_SOFTWARE_RENDERERS = ("llvmpipe", "softpipe", "swiftshader", "swrast")
_CHROMIUM_FLAGS = (
    "--disable-logging",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-pings",
)


def prepare_webengine(*, software: bool = False) -> None:
    """Do what must be done before `QApplication` exists; `software`: ask no graphics card. Call once; harmless when called again."""
    register_scheme()
    if software:
        os.environ["QT_QUICK_BACKEND"] = SOFTWARE
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium's sandbox refuses to run as root
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "").split()
    wanted = (*_CHROMIUM_FLAGS, "--disable-gpu") if software else _CHROMIUM_FLAGS
    flags += [flag for flag in wanted if flag not in flags]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)
    if QCoreApplication.instance() is None:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


@cache
def settle_renderer() -> bool:
    """Choose Qt's software renderer where that was asked for or OpenGL would be emulated anyway; return whether it was chosen.

    Needs a `QGuiApplication`, and must run before the first web view. Twice the frame rate without a graphics card.
    """
    software = os.environ.get("QT_QUICK_BACKEND") == SOFTWARE or _no_graphics_card() or _gl_is_emulated()
    if software:
        QQuickWindow.setSceneGraphBackend(SOFTWARE)
    return software


def _no_graphics_card() -> bool:
    if QGuiApplication.platformName() in ("offscreen", "minimal", "vnc"):
        return True
    return sys.platform == "linux" and not any(Path("/dev/dri").glob("renderD*"))


def _gl_is_emulated() -> bool:
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not (context.create() and context.makeCurrent(surface)):
        return True
    try:
        name = str(context.functions().glGetString(_GL_RENDERER)).lower()
    finally:
        context.doneCurrent()
    return any(word in name for word in _SOFTWARE_RENDERERS)
