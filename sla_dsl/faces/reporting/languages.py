"""The headings and labels of a report in four languages.

Each label is a row with all four, so that none can be left out.  The sentences of an evaluation stay English: they are
what was worked out, and a translation of them would be a second wording that nobody has checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sla_dsl.values.periods import Period

LANGUAGES = ("en", "nl", "fr", "de")

_ROWS: Mapping[str, tuple[str, str, str, str]] = {
    # the page
    "report": (
        "Service level report",
        "Rapport over het dienstniveau",
        "Rapport de niveau de service",
        "Service-Level-Bericht",
    ),
    "english": (
        "",
        "De koppen van dit rapport zijn in het Nederlands, de zinnen in het Engels.",
        "Les titres de ce rapport sont en français, les phrases en anglais.",
        "Die Überschriften dieses Berichts sind auf Deutsch, die Sätze auf Englisch.",
    ),
    "incognito": (
        "Names, amounts and texts of the agreement are hidden in this report.",
        "Namen, bedragen en teksten van de overeenkomst zijn in dit rapport verborgen.",
        "Les noms, les montants et les textes du contrat sont masqués dans ce rapport.",
        "Namen, Beträge und Texte der Vereinbarung sind in diesem Bericht verborgen.",
    ),
    "agreement": ("Agreement", "Overeenkomst", "Contrat", "Vereinbarung"),
    "account": ("Account", "Klant", "Client", "Kunde"),
    "zone": ("Time zone", "Tijdzone", "Fuseau horaire", "Zeitzone"),
    "as_of": ("The record goes up to", "Geregistreerd tot", "Données enregistrées jusqu’au", "Aufgezeichnet bis"),
    "period": ("Period", "Periode", "Période", "Zeitraum"),
    "contents": ("Contents", "Inhoud", "Sommaire", "Inhalt"),
    # the pictures of the page
    "weekdays": (
        "Mon Tue Wed Thu Fri Sat Sun",
        "ma di wo do vr za zo",
        "lun mar mer jeu ven sam dim",
        "Mo Di Mi Do Fr Sa So",
    ),
    "row.month": ("Each row is a day.", "Elke rij is een dag.", "Chaque ligne est un jour.", "Jede Zeile ist ein Tag."),
    "row.quarter": (
        "Each row is a week.",
        "Elke rij is een week.",
        "Chaque ligne est une semaine.",
        "Jede Zeile ist eine Woche.",
    ),
    "row.year": (
        "Each row is a month.",
        "Elke rij is een maand.",
        "Chaque ligne est un mois.",
        "Jede Zeile ist ein Monat.",
    ),
    "strip_hint": (
        "Point at a stretch, or reach it with the Tab key, to read when it was, what became of it and by which clause; "
        "it leads to its incident.",
        "Wijs een stuk aan, of ga ernaartoe met de Tab-toets, om te lezen wanneer het was, wat ermee gebeurde en "
        "volgens welke bepaling; het leidt naar zijn incident.",
        "Pointez une plage, ou atteignez-la avec la touche Tab, pour lire quand elle a eu lieu, ce qu’il en est et "
        "selon quelle clause ; elle mène à son incident.",
        "Zeigen Sie auf einen Abschnitt oder erreichen Sie ihn mit der Tab-Taste, um zu lesen, wann er war, was daraus "
        "wurde und nach welcher Klausel; er führt zu seiner Störung.",
    ),
    "drawn_as_one": (
        "{count} stretches drawn as one",
        "{count} stukken als één getekend",
        "{count} plages dessinées en une",
        "{count} Abschnitte als einer gezeichnet",
    ),
    "merged": (
        "{count} stretches shorter than {grain}, about a pixel, are drawn together with their neighbours.",
        "{count} stukken korter dan {grain}, ongeveer een pixel, zijn samen met hun buren getekend.",
        "{count} plages plus courtes que {grain}, environ un pixel, sont dessinées avec leurs voisines.",
        "{count} Abschnitte, kürzer als {grain}, etwa ein Pixel, sind mit ihren Nachbarn zusammen gezeichnet.",
    ),
    "skip": ("Skip the picture", "De afbeelding overslaan", "Passer l’image", "Bild überspringen"),
    "showing": (
        "Showing {shown} of {all}. The others are folded below, {size} at a time, and opened for printing.",
        "{shown} van {all} getoond. De andere staan hieronder ingeklapt, {size} per keer, en worden afgedrukt.",
        "{shown} sur {all} affichés. Les autres sont repliés ci-dessous, par {size}, et ouverts à l’impression.",
        "{shown} von {all} gezeigt. Die übrigen sind unten eingeklappt, je {size}, und werden gedruckt.",
    ),
    "folded": (
        "{first} to {last} of {all}",
        "{first} tot {last} van {all}",
        "{first} à {last} sur {all}",
        "{first} bis {last} von {all}",
    ),
    "not_to_scale": (
        "Not to scale: every step is drawn as wide.",
        "Niet op schaal: elke trede is even breed getekend.",
        "Pas à l’échelle : chaque marche a la même largeur.",
        "Nicht maßstäblich: jede Stufe ist gleich breit gezeichnet.",
    ),
    "dashed": (
        "The dashed line marks where a guarantee begins to be missed.",
        "De streepjeslijn geeft aan vanaf waar een garantie niet wordt nageleefd.",
        "La ligne en tirets marque où un engagement cesse d’être respecté.",
        "Die gestrichelte Linie zeigt, ab wo eine Zusage nicht eingehalten wird.",
    ),
    "dash_dotted": (
        "The line of dashes and dots is the maximum.",
        "De streep-stippellijn is het maximum.",
        "La ligne de tirets et de points est le plafond.",
        "Die strichpunktierte Linie ist der Höchstbetrag.",
    ),
    "searched": (
        "Steps may be missing: they were looked for at many places, but not proved to be all.",
        "Er kunnen treden ontbreken: ze zijn op veel plaatsen gezocht, maar niet bewezen volledig.",
        "Des marches peuvent manquer : elles ont été cherchées en de nombreux points, sans preuve qu’il n’y en a pas "
        "d’autres.",
        "Es können Stufen fehlen: sie wurden an vielen Stellen gesucht, ihre Vollständigkeit ist nicht bewiesen.",
    ),
    "perhaps_here": ("perhaps here", "misschien hier", "peut-être ici", "vielleicht hier"),
    # the sections
    "answer": ("The answer", "De uitkomst", "Le résultat", "Das Ergebnis"),
    "credits": ("Service credits", "Servicekredieten", "Avoirs", "Gutschriften"),
    "guarantees": ("Guarantees", "Dienstniveaugaranties", "Engagements de niveau de service", "Service-Level-Zusagen"),
    "measures": ("What was measured", "Wat is gemeten", "Ce qui a été mesuré", "Was gemessen wurde"),
    "time": ("Where the time went", "Verdeling van de tijd", "Répartition du temps", "Aufteilung der Zeit"),
    "staircase": (
        "What downtime comes to",
        "Wat uitvaltijd oplevert",
        "Ce que donne l’indisponibilité",
        "Was Ausfallzeit ergibt",
    ),
    "here": ("You are here", "U bent hier", "Vous êtes ici", "Sie sind hier"),
    "maximum": ("Maximum", "Maximum", "Plafond", "Höchstbetrag"),
    "incidents": ("Incidents", "Incidenten", "Incidents", "Störungen"),
    "tickets": ("Support tickets", "Supporttickets", "Demandes d’assistance", "Support-Anfragen"),
    "arithmetic": ("How it was worked out", "De berekening", "Le calcul", "Die Berechnung"),
    "missing": (
        "What is not known, and what hangs on it",
        "Wat niet bekend is, en wat daarvan afhangt",
        "Ce qui n’est pas connu, et ce qui en dépend",
        "Was nicht bekannt ist, und was davon abhängt",
    ),
    "assumptions": (
        "What is assumed, where the agreement is silent",
        "Wat wordt aangenomen waar de overeenkomst zwijgt",
        "Ce qui est supposé dans le silence du contrat",
        "Was angenommen wird, wo die Vereinbarung schweigt",
    ),
    "notes": ("Notes", "Opmerkingen", "Remarques", "Anmerkungen"),
    "records": ("The records supplied", "De aangeleverde gegevens", "Les données fournies", "Die vorgelegten Daten"),
    "provenance": (
        "To get the same answer again",
        "Om dezelfde uitkomst opnieuw te krijgen",
        "Pour obtenir de nouveau le même résultat",
        "Um dasselbe Ergebnis wieder zu erhalten",
    ),
    # the sheets of a workbook: short, for their tabs
    "sheet.answer": ("Answer", "Uitkomst", "Résultat", "Ergebnis"),
    "sheet.incidents": ("Incidents", "Incidenten", "Incidents", "Störungen"),
    "sheet.time": ("Time", "Tijd", "Temps", "Zeit"),
    "sheet.totals": ("Totals of time", "Tijd in totaal", "Temps au total", "Zeit insgesamt"),
    "sheet.arithmetic": ("Arithmetic", "Berekening", "Calcul", "Berechnung"),
    "sheet.assumptions": ("Assumptions", "Aannames", "Hypothèses", "Annahmen"),
    "sheet.missing": ("Not known", "Niet bekend", "Non connu", "Nicht bekannt"),
    "sheet.tickets": ("Support tickets", "Supporttickets", "Demandes d’assistance", "Support-Anfragen"),
    "sheet.about": ("About", "Over dit rapport", "À propos", "Über den Bericht"),
    # columns
    "section": ("Section", "Onderdeel", "Rubrique", "Abschnitt"),
    "name": ("Name", "Naam", "Nom", "Name"),
    "status": ("Status", "Status", "Statut", "Stand"),
    "sentence": ("In words", "In woorden", "En toutes lettres", "In Worten"),
    "value": ("Value", "Waarde", "Valeur", "Wert"),
    "least": ("At least", "Ten minste", "Au moins", "Mindestens"),
    "most": ("At most", "Ten hoogste", "Au plus", "Höchstens"),
    "rate": ("Rate", "Percentage", "Taux", "Satz"),
    "amount": ("Amount", "Bedrag", "Montant", "Betrag"),
    "currency": ("Currency", "Valuta", "Devise", "Währung"),
    "unit": ("Unit", "Eenheid", "Unité", "Einheit"),
    "capped": ("Maximum reached", "Maximum bereikt", "Plafond atteint", "Höchstbetrag erreicht"),
    "claim_by": ("Claim by", "Aan te vragen tot en met", "À réclamer au plus tard le", "Geltend zu machen bis"),
    "paid_as": ("Paid as", "Betaald als", "Versé sous forme de", "Gezahlt als"),
    "clause": ("Clause", "Bepaling", "Clause", "Klausel"),
    "reasons": ("Reasons", "Redenen", "Motifs", "Gründe"),
    "incident": ("Incident", "Incident", "Incident", "Störung"),
    "service": ("Service", "Dienst", "Service", "Dienst"),
    "cause": ("Cause", "Oorzaak", "Cause", "Ursache"),
    "verdict": ("Verdict", "Oordeel", "Appréciation", "Wertung"),
    "from": ("From", "Van", "Du", "Von"),
    "to": ("To", "Tot", "Au", "Bis"),
    "up_to": ("Up to", "Tot en met", "Jusqu’à", "Bis zu"),
    "time_of": ("When", "Wanneer", "Quand", "Wann"),
    "going_on": ("still going on", "duurt nog voort", "toujours en cours", "dauert noch an"),
    "length": ("Length", "Duur", "Durée", "Dauer"),
    "seconds": ("Seconds", "Seconden", "Secondes", "Sekunden"),
    "counts": ("Counts", "Telt mee", "Compté", "Zählt"),
    "counted_seconds": ("Seconds that count", "Seconden die meetellen", "Secondes comptées", "Sekunden, die zählen"),
    "counted_most": (
        "At most so many",
        "Ten hoogste zoveel",
        "Au plus autant",
        "Höchstens so viele",
    ),
    "assumptions_short": ("Assumes", "Neemt aan", "Suppose", "Nimmt an"),
    "taken_as": ("Taken to run", "Gerekend van en tot", "Retenu comme durant", "Gerechnet von und bis"),
    "source": ("Recorded in", "Vastgelegd in", "Consigné dans", "Aufgezeichnet in"),
    "measure": ("Measure", "Meting", "Mesure", "Messgröße"),
    "bucket": ("Part", "Deel", "Part", "Teil"),
    "total": ("Total", "Totaal", "Total", "Summe"),
    "ticket": ("Ticket", "Ticket", "Demande", "Anfrage"),
    "priority": ("Priority", "Prioriteit", "Priorité", "Priorität"),
    "opened": ("Opened", "Geopend", "Ouverte le", "Eröffnet"),
    "target": ("Target", "Doelstelling", "Objectif de délai", "Zielzeit"),
    "due_by": ("Due by", "Uiterlijk", "Échéance", "Fällig bis"),
    "done": ("Done", "Gedaan", "Fait le", "Erledigt"),
    "pauses": ("Clock stopped", "Klok stilgezet", "Décompte suspendu", "Uhr angehalten"),
    "result": ("Result of", "Uitkomst van", "Résultat de", "Ergebnis von"),
    "how": ("How", "Hoe", "Comment", "Wie"),
    "number": ("Number", "Nummer", "Numéro", "Nummer"),
    "assumption": ("Assumption", "Aanname", "Hypothèse", "Annahme"),
    "fact": ("What is not known", "Wat niet bekend is", "Ce qui n’est pas connu", "Was nicht bekannt ist"),
    "hangs": ("What hangs on it", "Wat daarvan afhangt", "Ce qui en dépend", "Was davon abhängt"),
    "kind": ("Kind", "Soort", "Type", "Art"),
    "given": ("Supplied", "Aangeleverd", "Fournies", "Vorgelegt"),
    "used": ("Used", "Gebruikt", "Utilisées", "Verwendet"),
    "excluded": ("Excluded", "Uitgesloten", "Exclues", "Ausgenommen"),
    "outside": ("Outside", "Erbuiten", "Hors champ", "Außerhalb"),
    "policy_digest": ("Policy", "Regels", "Règles", "Regelwerk"),
    "evidence_digest": ("Evidence", "Bewijsstukken", "Pièces justificatives", "Nachweise"),
    "language_version": ("Language", "Taal van de regels", "Langage des règles", "Sprache des Regelwerks"),
    "tzdata": ("Time zone rules", "Tijdzoneregels", "Règles de fuseaux horaires", "Zeitzonenregeln"),
    "holidays": ("Public holidays", "Feestdagen", "Jours fériés", "Feiertage"),
    "downtime": ("Downtime", "Uitvaltijd", "Indisponibilité", "Ausfallzeit"),
    "yes": ("yes", "ja", "oui", "ja"),
    "no": ("no", "nee", "non", "nein"),
    "not_supplied": ("not supplied", "niet aangeleverd", "non fournies", "nicht vorgelegt"),
    "provisional": ("Provisional", "Voorlopig", "Provisoire", "Vorläufig"),
    # how a credit stands
    "credit.due": ("due", "verschuldigd", "dû", "geschuldet"),
    "credit.none": ("none", "geen", "aucun", "keine"),
    "credit.not_eligible": (
        "not due: a condition is not met",
        "niet verschuldigd: een voorwaarde is niet vervuld",
        "non dû : une condition n’est pas remplie",
        "nicht geschuldet: eine Voraussetzung ist nicht erfüllt",
    ),
    "credit.claimable": (
        "can be claimed",
        "kan worden aangevraagd",
        "peut être réclamé",
        "kann geltend gemacht werden",
    ),
    "credit.unknown": ("cannot be decided", "niet te bepalen", "indéterminé", "nicht feststellbar"),
    # how a promise stands
    "guarantee.met": ("met", "nageleefd", "respecté", "eingehalten"),
    "guarantee.missed": ("missed", "niet nageleefd", "non respecté", "nicht eingehalten"),
    "guarantee.unknown": ("not known", "niet bekend", "indéterminé", "nicht bekannt"),
    # how a support target stands
    "target.met": ("met", "gehaald", "respecté", "eingehalten"),
    "target.missed": ("missed", "niet gehaald", "non respecté", "nicht eingehalten"),
    "target.pending": ("still open", "nog open", "en cours", "noch offen"),
    "target.unknown": ("not known", "niet bekend", "indéterminé", "nicht bekannt"),
    # what became of an incident
    "verdict.counted": ("counts", "telt mee", "compté", "zählt"),
    "verdict.partly": ("counts in part", "telt deels mee", "compté en partie", "zählt teilweise"),
    "verdict.excluded": ("does not count", "telt niet mee", "non compté", "zählt nicht"),
    "verdict.unknown": ("may count", "telt mogelijk mee", "peut-être compté", "zählt möglicherweise"),
    "verdict.elsewhere": ("lies elsewhere", "valt erbuiten", "hors champ", "liegt außerhalb"),
    # the parts of the time
    "bucket.counted": ("counted", "meegeteld", "compté", "angerechnet"),
    "bucket.undecided": ("perhaps counted", "misschien meegeteld", "peut-être compté", "vielleicht angerechnet"),
    "bucket.in_breach": (
        "customer in breach",
        "tekortkoming van de klant",
        "manquement du client",
        "Vertragsverletzung des Kunden",
    ),
    "bucket.excluded": ("excluded", "uitgesloten", "exclu", "ausgenommen"),
    "bucket.not_attributable": ("cause does not count", "niet toerekenbaar", "non imputable", "nicht zurechenbar"),
    "bucket.outside_service_hours": (
        "outside service hours",
        "buiten de servicetijden",
        "hors des heures de service",
        "außerhalb der Servicezeiten",
    ),
    "bucket.not_observed": ("not observed", "niet waargenomen", "non observé", "nicht beobachtet"),
    "bucket.up": ("no incident", "geen incident", "sans incident", "ohne Störung"),
    # the kinds of records
    "records.incidents": ("incidents", "incidenten", "incidents", "Störungen"),
    "records.maintenance": ("maintenance windows", "onderhoudsvensters", "fenêtres de maintenance", "Wartungsfenster"),
    "records.reports": ("reports", "meldingen", "signalements", "Meldungen"),
    "records.claims": ("claims", "aanvragen", "réclamations", "Anträge"),
    "records.breaches": (
        "breaches of the customer",
        "tekortkomingen van de klant",
        "manquements du client",
        "Vertragsverletzungen des Kunden",
    ),
    "records.charges": ("charges", "in rekening gebrachte bedragen", "montants facturés", "berechnete Entgelte"),
    "records.rates": ("exchange rates", "wisselkoersen", "taux de change", "Wechselkurse"),
    "records.pauses": (
        "pauses of tickets",
        "onderbrekingen van tickets",
        "suspensions de demandes",
        "Unterbrechungen von Anfragen",
    ),
    "records.tickets": ("support tickets", "supporttickets", "demandes d’assistance", "Support-Anfragen"),
}

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
_QUARTERS = {
    "en": ("The first quarter of", "The second quarter of", "The third quarter of", "The fourth quarter of"),
    "nl": ("Eerste kwartaal van", "Tweede kwartaal van", "Derde kwartaal van", "Vierde kwartaal van"),
    "fr": ("Premier trimestre", "Deuxième trimestre", "Troisième trimestre", "Quatrième trimestre"),
    "de": ("Erstes Quartal", "Zweites Quartal", "Drittes Quartal", "Viertes Quartal"),
}


@cache
def labels(language: str) -> Mapping[str, str]:
    """Every heading and label in a language, by its key."""
    place = LANGUAGES.index(language)
    return {key: row[place] for key, row in _ROWS.items()}


def period_heading(period: Period, language: str) -> str:
    """`March 2026`, `Maart 2026`; `The second quarter of 2026`; `2026`."""
    match period.kind:
        case "month":
            month = _MONTHS[language].split()[period.index - 1]
            return f"{month[0].upper()}{month[1:]} {period.year}"
        case "quarter":
            return f"{_QUARTERS[language][period.index - 1]} {period.year}"
        case "year":
            return str(period.year)
