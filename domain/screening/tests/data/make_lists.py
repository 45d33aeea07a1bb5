"""Writes un.tsv and ofac.tsv, small extracts of the two lists for tests and benchmarks, from the lists as published.

    make_lists.py UN_consolidated.xml OFAC_FOLDER OUT_FOLDER

A line is one entry: id, kind, sex, nationalities, birth dates, documents, names. Several values stand between `|`. A birth
date is ISO 8601, with `~` before it when approximate and `first/last` for a span of years. A document is `issuer:number`.
A name has its quality before it: P primary, S strong, W weak, O original script.
"""
import csv
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MONTHS = {m: i + 1 for i, m in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())}
OFAC_KINDS = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}


def clean(text):
    return re.sub(r"[\s|]+", " ", text or "").strip()


def un_births(entry):
    for birth in entry.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        sign = "~" if clean(birth.findtext("TYPE_OF_DATE")).upper() == "APPROXIMATELY" else ""
        if clean(birth.findtext("DATE")):
            yield sign + clean(birth.findtext("DATE"))[:10]
        elif clean(birth.findtext("YEAR")):
            yield sign + clean(birth.findtext("YEAR"))
        elif clean(birth.findtext("FROM_YEAR")):
            yield clean(birth.findtext("FROM_YEAR")) + "/" + clean(birth.findtext("TO_YEAR"))


def un_names(entry, prefix):
    parts = [clean(entry.findtext(t)) for t in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
    yield "P" + " ".join(p for p in parts if p)
    for alias in entry.findall(prefix + "_ALIAS"):
        text = clean(alias.findtext("ALIAS_NAME"))
        if text:
            yield ("W" if clean(alias.findtext("QUALITY")).lower() == "low" else "S") + text
    if clean(entry.findtext("NAME_ORIGINAL_SCRIPT")):
        yield "O" + clean(entry.findtext("NAME_ORIGINAL_SCRIPT"))


def un_documents(entry):
    for document in entry.findall("INDIVIDUAL_DOCUMENT"):
        if clean(document.findtext("NUMBER")):
            issuer = clean(document.findtext("ISSUING_COUNTRY") or document.findtext("COUNTRY_OF_ISSUE"))
            yield issuer + ":" + clean(document.findtext("NUMBER"))


def un_entry(entry, kind):
    nationalities = [clean(v.text) for n in entry.findall("NATIONALITY") for v in n.findall("VALUE") if clean(v.text)]
    sex = {"Male": "male", "Female": "female"}.get(clean(entry.findtext("GENDER")), "")
    names = un_names(entry, "INDIVIDUAL" if kind == "person" else "ENTITY")
    lists = (nationalities, un_births(entry), un_documents(entry), names)
    return [clean(entry.findtext("REFERENCE_NUMBER")), kind, sex] + ["|".join(values) for values in lists]


def ofac_date(text):
    full = re.match(r"(circa )?(\d{1,2}) (\w{3}) (\d{4})", text)
    if full:
        return ("~" if full[1] else "") + f"{full[4]}-{MONTHS[full[3]]:02}-{int(full[2]):02}"
    month = re.match(r"(circa )?(\w{3}) (\d{4})", text)
    if month and month[2] in MONTHS:
        return ("~" if month[1] else "") + f"{month[3]}-{MONTHS[month[2]]:02}"
    span = re.match(r"(\d{4}) to (\d{4})", text)
    if span:
        return span[1] + "/" + span[2]
    year = re.match(r"(circa )?(\d{4})", text)
    return ("~" if year[1] else "") + year[2] if year else ""


def ofac_entry(row):
    kind = OFAC_KINDS.get(row[2].strip().lower(), "organisation")
    remarks = row[11]
    births = [ofac_date(m) for m in re.findall(r"DOB ([^;.]+)", remarks)]
    nationalities = [clean(n) for n in re.findall(r"(?:nationality|citizen) ([^;.]+)", remarks)]
    sex = re.search(r"Gender (Male|Female)", remarks)
    documents = [f"{m[1]}:{m[0]}" for m in re.findall(r"Passport ([A-Z0-9-]+) \(([^)]+)\)", remarks)]
    lists = (nationalities, [b for b in births if b], documents, ["P" + clean(row[1])])
    return [row[0], kind, sex[1].lower() if sex else ""] + ["|".join(values) for values in lists]


def ofac_entries(folder):
    rows = {}
    for row in csv.reader((folder / "sdn.csv").open(encoding="latin-1")):
        if len(row) >= 12:
            rows[row[0]] = ofac_entry(row)
    for row in csv.reader((folder / "alt.csv").open(encoding="latin-1")):
        if len(row) >= 4 and row[0] in rows:
            rows[row[0]][6] += "|S" + clean(row[3])
    return list(rows.values())


def main():
    root = ET.parse(sys.argv[1]).getroot()
    entries = [un_entry(e, "person") for e in root.iter("INDIVIDUAL")]
    entries += [un_entry(e, "organisation") for e in root.iter("ENTITY")]
    for name, lines in (("un.tsv", entries), ("ofac.tsv", ofac_entries(Path(sys.argv[2])))):
        (Path(sys.argv[3]) / name).write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


main()
