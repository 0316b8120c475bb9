"""What a provision is for an issuer in a financial year: mandatory, comply or explain, or voluntary."""

from __future__ import annotations

from datetime import date

from reportgen.model.index import Duty, Obligation, Provision
from reportgen.model.project import Listing


def obligation(provision: Provision, listing: Listing, start: date) -> Obligation:
    """Return the first duty of a provision that binds the issuer, in a financial year that begins on ``start``.

    A report that does not say where its issuer is listed is taken for one of any board; one that does not say whether
    it is a large cap, for none.
    """
    return next((duty.obligation for duty in provision.duties if _binds(duty, listing, start)), Obligation.VOLUNTARY)


def obligation_of_large_caps(provision: Provision, listing: Listing, start: date) -> Obligation:
    """Return what a provision would be for the issuer if it were a large cap."""
    return obligation(provision, Listing(listing.boards, large_cap=True), start)


def _binds(duty: Duty, listing: Listing, start: date) -> bool:
    here = not duty.boards or not listing.boards or bool(duty.boards & listing.boards)
    return here and start >= duty.start and (not duty.large_cap or listing.large_cap is True)
