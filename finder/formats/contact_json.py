"""How a place is reached, as JSON and back."""

from __future__ import annotations

from finder.domain.place import Contact
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json
from finder.formats.sourced_json import Provenance

_NO_CONTACT = Contact()
_CONTACT = frozenset({"phone", "website"})


def read_contact(raw: Json, provenance: Provenance) -> Contact:
    """Read how a place is reached."""
    if _CONTACT.isdisjoint(raw):
        return _NO_CONTACT
    phone = fields.maybe_text(raw, "phone")
    website = fields.web_address(raw, "website") if "website" in raw else None
    return Contact(
        provenance.of("phone", phone) if phone else None,
        provenance.of("website", website) if website else None,
    )


def write_contact(contact: Contact) -> Json:
    """Write how a place is reached."""
    return {
        "phone": contact.phone.value if contact.phone else None,
        "website": contact.website.value if contact.website else None,
    }
