"""How a place is reached, as JSON and back."""

from __future__ import annotations

from collections.abc import Mapping

from finder.domain.contact import is_email, is_phone
from finder.domain.place import Contact
from finder.domain.vocabulary import Reach
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json, WrongField, shown
from finder.formats.sourced_json import Provenance

_NO_CONTACT = Contact()
_FIELDS = ("phone", "website", "email")
_CONTACT = frozenset({*_FIELDS, "reaches"})
_REACHES = fields.members(Reach)
_NOBODY_ELSE: Mapping[str, Reach] = {}


def read_contact(raw: Json, provenance: Provenance) -> Contact:
    """Read how a place is reached."""
    if _CONTACT.isdisjoint(raw):
        return _NO_CONTACT
    phone, email = fields.maybe_text(raw, "phone"), fields.maybe_text(raw, "email")
    website = fields.web_address(raw, "website") if "website" in raw else None
    if phone and not is_phone(phone):
        raise WrongField("phone", f"{shown(phone)} is not a phone number")
    if email and not is_email(email):
        raise WrongField("email", f"{shown(email)} is not an address for e-mail")
    return Contact(
        provenance.of("phone", phone) if phone else None,
        provenance.of("website", website) if website else None,
        provenance.of("email", email) if email else None,
        _reaches(raw) if "reaches" in raw else _NOBODY_ELSE,
    )


def _reaches(raw: Json) -> Mapping[str, Reach]:
    said = fields.as_object(raw["reaches"], "reaches")
    for field in said:
        if field not in _FIELDS or field not in raw:
            raise WrongField(f"reaches.{field}", "is not a way to reach the place that is given")
    try:
        return {field: fields.word(said, field, _REACHES) for field in said}
    except WrongField as error:
        raise error.below("reaches") from None


def write_contact(contact: Contact) -> Json:
    """Write how a place is reached."""
    return {
        "phone": contact.phone.value if contact.phone else None,
        "website": contact.website.value if contact.website else None,
        "email": contact.email.value if contact.email else None,
        "reaches": {field: str(reach) for field, reach in sorted(contact.reaches.items())},
    }
