"""What this home knows of operations that it joined: under which grant it may work before their log has come."""

from __future__ import annotations

from commandcenter.app.enrolment import Approval
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.operator import Operator, keep_operator
from commandcenter.dispatch.warrant import Warrant
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role, role_of
from commandcenter.sync.operation_key import join_code

_WARRANTS = "warrants"


def warrant_of(home: Home, operation: Id) -> Warrant | None:
    """Return what the approval said, `None` for an operation that this home began itself."""
    kept = (home.setting(_WARRANTS) or {}).get(operation)
    role = role_of(kept.get("role")) if kept else None
    return Warrant(Id(kept["grant"]), Id(kept["operator"]), role) if kept and role else None


def accept(home: Home, approval: Approval) -> str:
    """Join the operation; return the region it is run over. Raises `KnownError`; then nothing has changed."""
    if not (home.regions / approval.region).is_dir():
        raise KnownError(
            "The operation is run over the region {region}, which is not here yet. Import it or copy its pack, then open the approval again.",
            region=approval.region,
        )
    join_operation(home, join_code(approval.operation, approval.operation_key), approval.region)
    warrant = {"grant": approval.grant, "operator": approval.operator, "role": approval.role.value}
    home.keep(_WARRANTS, {**(home.setting(_WARRANTS) or {}), approval.operation: warrant})
    home.keep("region", approval.region)
    keep_operator(home, Operator(approval.operator, approval.person, _spoken_role(approval.role)))
    return approval.region


def _spoken_role(role: Role) -> str:
    return role.value.replace("_", " ")
