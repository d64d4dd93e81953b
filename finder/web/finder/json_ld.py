"""What a place's page says of itself to machines, in the words of schema.org."""

from __future__ import annotations

from typing import Any

from finder.domain.place import Place
from finder.domain.vocabulary import Answer, PlaceKind

_TYPES = {
    PlaceKind.MOSQUE: "Mosque",
    PlaceKind.CHURCH: "Church",
    PlaceKind.SYNAGOGUE: "Synagogue",
    PlaceKind.HINDU_TEMPLE: "HinduTemple",
    PlaceKind.BUDDHIST_TEMPLE: "BuddhistTemple",
    PlaceKind.GURDWARA: "PlaceOfWorship",
    PlaceKind.OTHER_WORSHIP: "PlaceOfWorship",
    PlaceKind.LIBRARY: "Library",
}


def json_ld(place: Place) -> dict[str, Any]:
    """Return a place as JSON-LD: only what is known, and of practical things only a yes or a no."""
    address, point = place.address, place.shown_point
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(place.kind, "CivicStructure"),
        "name": place.name,
        "geo": {
            "@type": "GeoCoordinates",
            "longitude": round(point.longitude, 6),
            "latitude": round(point.latitude, 6),
        }
        if point
        else None,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": address.street_line or None,
            "postalCode": address.postcode or None,
            "addressLocality": address.city or place.municipality,
            "addressCountry": "NL",
        },
        "telephone": place.phone,
        "url": place.website,
        "email": place.email,
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": str(need), "value": said.value.answer is Answer.YES}
            for need, said in place.offer.needs.items()
            if said.value.answer is not Answer.UNKNOWN
        ],
    }
    known["address"] = {key: value for key, value in known["address"].items() if value}
    return {key: value for key, value in known.items() if value}
