import pytest

LINES = [
    "The Orlan-7 is known abroad as the Merrow-12.",
    "UN Resolution 2231 lapsed.",
    "Flight VL17 left at 9:40 p.m. on 3 May 2031.",
    "The 41st Brigade flew Su-57 and Il-76 aircraft.",
    "An Ilyushin-76 and an S-400 were seen.",
    "Article 12 was cited by the G7.",
    "Building 4 stands on Route 18.",
    "The 2031-32 budget was passed on Oct. 9.",
    "Velory won 3-1 in the second half.",
    "Call +44 20 7946 0018 for details.",
    "COVID-19 closed Channel 4 in 2020.",
    "One must ask why no one objected.",
    "The two countries signed an accord.",
    "The bakery used to open at six.",
    "The hearing begins at ten and the doors are shut at 9.",
    "The shop starts trading at 6.",
    "In the 1990s the yard built Project 636 boats.",
    "Version 3.2.1 runs on Windows 11.",
    "He lives at 14 Harbour Road.",
    "The Boeing 747 and the Airbus A320 were parked.",
    "It changed after 9/11.",
    "A 3D print of the hull was shown.",
    "The first nine months of 2031 were dry.",
    "Several engineers left.",
    "It happened in 2031.",
    "The key is 8812345678901234567.",
    "The T-90M and BMP-3 were photographed near Velory.",
    "Iskander-M and Kh-101 missiles were used.",
    "A Tu-95MS took off from Engels-2 air base.",
    "The RQ-9 drone and the MQ-1 crashed.",
    "HIMARS and M270 launchers fired GMLRS rounds.",
    "The 155th Marine Brigade and 76th Guards Division moved.",
    "Order No. 227 was read aloud.",
    "Task Force 99 was formed.",
    "Area 51 is closed.",
    "The F-35A and Su-35S flew past.",
    "A Zala 421-16E was seen over the port.",
    "The Lancet-3 hit an S-300PMU2 launcher.",
    "Project 955A Borei submarines remain in port.",
    "The Admiral class frigate 494 sailed.",
    "Nord Stream 2 was never opened.",
    "Gate 7 and Terminal 3 were shut.",
    "Sukhoi 57 jets were ordered.",
    "Chapter VII of the charter applies; see page 12.",
    "UNSCR 2231 and Resolution 1929 were cited.",
    "The MiG-31K carried a Kh-47M2.",
    "Windows 11, iPhone 15 and PlayStation 5 chips were found.",
    "It uses a TMS320F28335 controller and a Jetson TX2 board.",
    "Tail number RA-78765 and hull 1701 were noted.",
    "The Il-76TD, registration EP-PUS, left at 0430 GMT.",
    "At 14:35 local time on 12/05/2031 the alarm rang.",
    "On 2031-05-04T10:38:07Z it was logged.",
    "Grad BM-21 and TOS-1A systems burned.",
    "The 2S19 Msta-S and 2S7 Pion guns are old.",
    "The 9M723 missile has no replacement.",
    "Type 054A and Type 003 ships were at sea.",
    "The Group of 20 met; the P5+1 did not.",
    "The 24th of May was a holiday.",
    "Kamaz 6350 trucks carried it.",
    "Highway M4 and Route E95 are blocked.",
    "Postal code 423600 is in the district.",
    "Sector 5 of Hangar 12 was hit.",
    "Unit 29155 is known for this.",
    "Military Unit 73890 moved in.",
    "The A-50 and the A-100 share a radar.",
    "Paragraph 4 of Article 1 was dropped.",
    "Phase 2 of the plan began; Phase III is next.",
    "A model 2000 printer stood in Room 101.",
    "World War II and World War One were recalled.",
    "The Orion-10 has a Rotax 912 engine.",
    "Its Saito 3W-210 motor was imported.",
    "He was born on 7 March 1971 and left in 2009.",
    "The mid-2020s and late 1980s were compared.",
    "Tu-22M3s were dispersed to Olenya-1.",
    "The R-77-1 and the AIM-120 were compared.",
    "Channel One and Rossiya 24 showed it.",
    "One of them said so; no one else did.",
    "Its serial number is 0045871.",
    "The IP address is 192.168.10.1 and port 8080 is open.",
    "Vote 2031-17 passed; bill H.R. 8038 did not.",
    "The Covid-19 and SARS-CoV-2 rules ended.",
    "Euro 6 engines and 5G masts are banned.",
    "The Su-34 (tail 21) and Ka-52 (tail 63) were lost.",
    "The team won 4-2 on aggregate and drew 1-1.",
    "The Bayraktar TB2 and Mohajer-6 were shown side by side.",
]


@pytest.mark.parametrize("line", LINES)
def test_names_dates_and_numbers_of_things_are_left(read, line):
    assert [quantity.text for quantity in read(line)] == []


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Two F-16s and 40 crates arrived.", ["Two F-16s", "40 crates"]),
        ("About 2,000 people came in 2031.", ["About 2,000 people"]),
        ("In 2031 the yard built 2030 boats.", ["2030 boats"]),
        ("The Shahed-type hulls cost $2030.", ["$2030"]),
        ("EUR50m was paid.", ["EUR50m"]),
    ],
)
def test_quantities_beside_them_are_kept(read, line, texts):
    assert [quantity.text for quantity in read(line)] == texts


def test_a_list_of_labels_counts_nothing(read):
    assert read("The winning numbers were 4, 11, 19 and 40.") == []
    assert [q.text for q in read("It is sold in three sizes, numbered 1, 2 and 5.")] == [
        "three sizes"
    ]
