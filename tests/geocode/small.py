"""A small city made up for the tests: what stands where is easy to count in steps of 1e-5 degrees."""

from __future__ import annotations

from finder.domain.geometry import Point
from finder.geocode.entries import (
    Entries,
    FoundKind,
    GazetteerSource,
    KnownAddress,
    KnownName,
    KnownPostcode,
    StreetsFile,
)
from finder.geocode.streets import House, Street, StreetTable, street_table

SOURCE = GazetteerSource("A list made up for this test", "https://example.org", "CC0", "2026-01-01")
HERE, NEXT_DOOR, FURTHER = Point(4.91, 52.36), Point(4.9101, 52.36), Point(4.912, 52.361)
NORTH, SOUTH = Point(4.90, 52.40), Point(4.90, 52.30)
IN_HAARLEM = Point(4.64, 52.38)


def name(kind: FoundKind, label: str, town: str, point: Point, precision: int = 300) -> KnownName:
    return KnownName(kind, label, town, point, precision, "test")


def house(number: int, longitude: float, latitude: float = 52.36, loose: bool = False) -> House:
    return House(number, Point(longitude, latitude), loose)


def street(label: str, town: str, point: Point, reach: int = 100, houses: tuple[House, ...] = ()) -> Street:
    districts = {"Amsterdam": "West" if point.longitude < 4.87 else "Centrum", "Haarlem": "Oude Stad"}
    return Street(label, town, districts.get(town, ""), f"{label}buurt", point, reach, houses)


KERKSTRAAT = street(
    "Kerkstraat",
    "Amsterdam",
    Point(4.89, 52.36),
    300,
    (
        house(2, 4.8880),
        house(4, 4.8882),
        house(10, 4.8890),
        house(1, 4.8881, 52.3602),
        house(200, 4.8930),
        house(300, 4.8900, loose=True),
    ),
)
LANGE_WEG = street(
    "Lange Weg",
    "Amsterdam",
    Point(4.865, 52.37),
    1500,
    tuple(house(number, round(4.845 + number * 0.0002, 5), 52.37) for number in range(2, 202, 2)),
)
STREETS: tuple[Street, ...] = (
    KERKSTRAAT,
    LANGE_WEG,
    street("Kerkstraat", "Haarlem", IN_HAARLEM, houses=(house(10, 4.6402, 52.38),)),
    street("Lindestraat", "Amsterdam", Point(4.89, 52.37), 80),
    street("Lindestraat", "Amsterdam", Point(4.85, 52.38), 80, (house(5, 4.8501, 52.38),)),
    street("Hygiëaplein", "Amsterdam", Point(4.895, 52.35), 60, (house(7, 4.895, 52.35),)),
    street("Plein '40-'45", "Amsterdam", Point(4.83, 52.37), 90, (house(5, 4.83, 52.37),)),
    street("Molenpad", "Amsterdam", Point(4.8500, 52.3710), 60),
    street("Dijkplein", "Amsterdam", Point(4.8690, 52.3705), 60),
    street("Eerste Van Swindenstraat", "Amsterdam", Point(4.925, 52.362), 200),
)
ENTRIES = Entries(
    {"test": SOURCE},
    (
        KnownPostcode("1091", "Amsterdam", HERE, 850, "test"),
        KnownPostcode("1091GR", "Amsterdam", NEXT_DOOR, 75, "test"),
        KnownPostcode("1017", "Amsterdam", Point(4.89, 52.36), 850, "test"),
        KnownPostcode("1017GA", "Amsterdam", Point(4.8935, 52.36), 75, "test"),
        KnownPostcode("1017GB", "Amsterdam", Point(4.889, 52.36), 200, "test"),
        KnownPostcode("2011", "Haarlem", IN_HAARLEM, 850, "test"),
    ),
    (
        KnownAddress("Wibautstraat", "131", "1091GL", "Amsterdam", HERE, "test"),
        KnownAddress("Wibautstraat", "131-D", "1091GL", "Amsterdam", NEXT_DOOR, "test"),
        KnownAddress("Wibautstraat", "220-222", "1091GR", "Amsterdam", FURTHER, "test"),
        KnownAddress("Kerkstraat", "50", "1017GA", "Amsterdam", Point(4.8935, 52.3601), "test"),
    ),
    (
        name(FoundKind.TOWN, "Amsterdam", "Amsterdam", HERE, 5000),
        name(FoundKind.TOWN, "Haarlem", "Haarlem", IN_HAARLEM, 3000),
        name(FoundKind.TRAIN, "Haarlem", "Haarlem", Point(4.638, 52.388), 100),
        name(FoundKind.TRAIN, "Amsterdam Amstel", "Amsterdam", Point(4.918, 52.347), 100),
        name(FoundKind.METRO, "Amsterdam Amstel", "Amsterdam", Point(4.9181, 52.347), 50),
        name(FoundKind.METRO, "Wibautstraat", "Amsterdam", Point(4.912, 52.354), 50),
        name(FoundKind.METRO, "Zuid", "Amsterdam", Point(4.872, 52.339), 50),
        name(FoundKind.DISTRICT, "Zuid", "Amsterdam", Point(4.88, 52.345), 2300),
        name(FoundKind.DISTRICT, "West", "Amsterdam", Point(4.86, 52.37), 1500),
        name(FoundKind.DISTRICT, "Zuidoost", "Amsterdam", SOUTH, 2500),
        name(FoundKind.NEIGHBOURHOOD, "AMC", "Amsterdam", Point(4.957, 52.292), 550),
        name(FoundKind.NEIGHBOURHOOD, "Stationsbuurt", "Haarlem", Point(4.637, 52.387)),
        name(FoundKind.NEIGHBOURHOOD, "Van Galenbuurt", "Haarlem", IN_HAARLEM),
        name(FoundKind.NEIGHBOURHOOD, "Van Galenbuurt", "Amsterdam", NORTH),
        name(FoundKind.TRAM, "Curaçaostraat", "Amsterdam", NORTH, 50),
        name(FoundKind.TRAM, "Molenpad", "Amsterdam", Point(4.8500, 52.3702), 50),
        name(FoundKind.STARTING_POINT, "Inloophuis De Lamp", "Amsterdam", Point(4.9, 52.37), 20),
    ),
    StreetsFile("streets.npz", "", "test"),
)


def small_table() -> StreetTable:
    return street_table(STREETS)
