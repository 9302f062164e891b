"""Says in one sentence what is wrong with a connection, and what to do."""

from __future__ import annotations

import socket
import ssl

import aiohttp

from commandcenter.model.sentences import Sentence, say

_NOT_VALID_NOW = {9, 10}
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""
_REFUSED_OURS = ("ALERT_UNKNOWN_CA", "ALERT_BAD_CERTIFICATE", "CERTIFICATE_REQUIRED", "ALERT_CERTIFICATE", "ALERT_ACCESS_DENIED", "DECRYPT_ERROR")
"""How TLS alerts are called that speak about the certificate we showed."""


def fault_sentence(error: Exception, who: Sentence, *, hub: bool, here: str) -> Sentence:
    """Return what the person should know of a failed connection; `who` was asked, and this computer's time is `here`."""
    tls = _tls_error(error)
    if tls is not None:
        return _tls_sentence(tls, who, here) if hub or _plain(tls) else _stranger(who)
    said = say("{who} does not answer: {why}", who=who, why=str(error) or type(error).__name__)
    match error:
        case aiohttp.ClientConnectorDNSError() | socket.gaierror():
            said = say("{who} cannot be found: no computer has that name. Check the address in the window Connection.", who=who)
        case aiohttp.InvalidURL() | ValueError():
            said = say("{who} has an address that cannot be. Write it like https://hub.example:8440.", who=who)
        case aiohttp.ClientConnectorError() if isinstance(error.os_error, ConnectionRefusedError):
            said = say("{who} does not answer: nothing listens there. Check that it runs, and the address in the window Connection.", who=who)
        case aiohttp.ServerDisconnectedError() | ConnectionError():
            said = say("{who} does not answer: the connection has ended. It is tried again by itself.", who=who)
        case TimeoutError():
            said = say("{who} does not answer in time. Check the network and that no firewall is between.", who=who)
    return said


def _tls_sentence(error: ssl.SSLError, who: Sentence, here: str) -> Sentence:
    reason = error.reason or str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _NOT_VALID_NOW:
            return say(
                "{who} shows a certificate that is not valid now; here it is {here}. Set this computer's clock, or have the certificate renewed.",
                who=who,
                here=here,
            )
        return say("{who} shows a certificate that this desk does not trust. Join with a new code, or check the address.", who=who)
    if any(alert in reason.replace(" ", "_").upper() for alert in _REFUSED_OURS):
        return say("{who} refuses this desk's certificate. Ask whoever runs it for a new code and join again.", who=who)
    if _plain(error):
        return say("{who} does not speak TLS. Check whether its address begins with http:// or https://.", who=who)
    return say("{who} and this desk find no safe connection: {why}", who=who, why=reason)


def _stranger(who: Sentence) -> Sentence:
    return say("{who} is at work on another operation, or is no desk. Let it join this operation by its code, or mend the address.", who=who)


def _plain(error: ssl.SSLError) -> bool:
    """Return whether the other side does not speak TLS at all."""
    return error.reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE")


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    """Return the TLS error at the root of one of aiohttp's."""
    while error is not None:
        inner = getattr(error, "certificate_error", None) or getattr(error, "os_error", None)
        found = inner if isinstance(inner, ssl.SSLError) else error
        if isinstance(found, ssl.SSLError):
            return found
        error = error.__cause__
    return None
