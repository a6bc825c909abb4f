"""Five platforms as others write them in Word: an agency, an old export, a table, a manual, a workshop."""

from collections.abc import Callable, Mapping

from docx.enum.style import WD_STYLE_TYPE

from tests.incoming.wordmaking import (
    bold,
    controlled,
    empty,
    inserted,
    notes,
    saved,
    table,
    text_box,
    with_part,
)


def cidrerie() -> bytes:
    """An agency’s document: styles for headings, tables, a text box, a note, a header."""
    document = empty()
    document.core_properties.title = "Plateforme de marque Cidrerie Guivarc’h"
    document.sections[0].header.paragraphs[0].text = "Agence Pile — confidentiel"
    document.add_heading("Cidrerie Guivarc’h", 0)
    document.add_paragraph("Plateforme de marque | mai 2026", style="Subtitle")
    document.add_heading("I. Le contexte", 1)
    document.add_paragraph("Le marché du cidre perd trois pour cent par an ; celui du cidre fermier en gagne cinq.")
    document.add_heading("II. La plateforme", 1)
    document.add_heading("Notre histoire", 2)
    document.add_paragraph("En 1952, Jeanne Guivarc’h vend son premier fût à la fête des pommes de Fouesnant.")
    document.add_heading("Ce en quoi nous croyons", 2)
    document.add_paragraph("Un verger se transmet mieux qu’une marque.")
    document.add_heading("Ambition", 2)
    document.add_paragraph("Que l’on commande un cidre comme on commande un vin, par le nom de la parcelle.")
    document.add_heading("Valeurs et comportements", 2)
    rows = [
        ["Valeur", "Ce que cela veut dire", "Au quotidien"],
        ["Lenteur", "laisser fermenter quatre mois", "aucune cuve n’est chauffée"],
        ["Clarté", "dire le sucre et l’alcool", "les analyses sont sur le site"],
    ]
    table(document, rows, heads_in_bold=True)
    document.add_heading("Cœur de cible", 2)
    document.add_paragraph("Les restaurateurs qui refont leur carte à chaque saison", style="List Bullet")
    document.add_paragraph("Les curieux de passage", style="List Bullet")
    document.add_heading("Promesse client", 2)
    document.add_paragraph("Chaque bouteille dit de quel verger elle vient.")
    document.add_heading("Bénéfices", 2)
    document.add_paragraph("On sait enfin quoi servir à celui qui ne boit pas de vin.")
    document.add_heading("Raisons d’y croire", 2)
    bold(document, "Parcelles nommées", " : onze vergers, onze cuvées", style="List Bullet")
    bold(document, "Levures du lieu", " : aucune levure achetée depuis 1998", style="List Bullet")
    document.add_heading("Personnalité et ton", 2)
    text_box(document, "Taiseux, précis, hospitalier")
    document.add_heading("Baseline", 2)
    document.add_paragraph("Le verger d’abord.")
    document.add_heading("Prochaines étapes", 1)
    document.add_paragraph("Brief du graphiste le 3 juin.")
    return with_part(saved(document), "footnotes.xml", "footnotes", notes("Chiffres de l’interprofession, 2025."))


CIDRERIE: Mapping[str, str] = {
    "Agence Pile": "loose",
    "mai 2026": "loose",
    "trois pour cent par an": "loose",
    "son premier fût": "origin",
    "Un verger se transmet": "belief",
    "par le nom de la parcelle": "vision",
    "Lenteur": "values.name",
    "quatre mois": "values[Lenteur].meaning",
    "aucune cuve": "values[Lenteur].seen_when",
    "les analyses sont sur le site": "values[Clarté].seen_when",
    "refont leur carte": "people_customers.cards.role",
    "Les curieux de passage": "people_customers.cards.role",
    "de quel verger elle vient": "promise",
    "quoi servir": "value_brought",
    "Parcelles nommées": "proof.word",
    "onze cuvées": "proof[Parcelles nommées].act",
    "aucune levure achetée": "proof[Levures du lieu].act",
    "Taiseux": "personality.trait",
    "Le verger d’abord.": "tagline",
    "Brief du graphiste": "loose",
    "Chiffres de l’interprofession": "loose",
}


def lighthouse() -> bytes:
    """An old export: no styles, every paragraph in bold, capitals for headings, bullets typed by hand."""
    document = empty()
    lines = [
        "LIGHTHOUSE CREDIT UNION",
        "BRAND STRATEGY 2026",
        "MISSION STATEMENT",
        "We lend to people whom the banks have stopped calling back.",
        "VISION",
        "Nobody in the county pays more than ten per cent on a loan.",
        "OUR VALUES",
        "• Candour – we say no within a day, and why.",
        "• Nearness – every member knows the name of one of us.",
        "• Thrift – no branch without a queue.",
        "TARGET AUDIENCE",
        "Families who live from one pay day to the next, and small shopkeepers.",
        "WHAT SETS US APART",
        "Our members own us: whoever borrows also votes.",
        "BRAND PROMISE",
        "You will speak to a person who can decide.",
        "PROOF POINTS",
        "• 9 in 10 answers within one working day",
        "• Minutes of the board are on the door",
        "TYPEFACE",
        "Franklin Gothic, in navy.",
        "TAGLINE",
        "We call back.",
    ]
    for line in lines:
        bold(document, line)
    return saved(document)


LIGHTHOUSE: Mapping[str, str] = {
    "banks have stopped calling": "mission",
    "ten per cent on a loan": "vision",
    "Candour": "values.name",
    "we say no within a day": "values[Candour].meaning",
    "the name of one of us": "values[Nearness].meaning",
    "no branch without a queue": "values[Thrift].meaning",
    "one pay day to the next": "people_customers.cards.role",
    "whoever borrows also votes": "differentiation",
    "a person who can decide": "promise",
    "9 in 10 answers": "proof.act",
    "Minutes of the board": "proof.act",
    "Franklin Gothic": "loose",
    "We call back.": "tagline",
}


def fromagerie() -> bytes:
    """The whole platform in a table of two columns, lists in its cells."""
    document = empty()
    document.add_paragraph("Synthèse de la plateforme – Fromagerie Aubrac Sud")
    rows = [
        ["Rubrique", "Contenu"],
        ["Raison d’être", "Que les burons ne deviennent pas tous des gîtes."],
        ["Vision", "Dix burons rouverts en 2040."],
        ["Mission", "Affiner à la montagne ce que la montagne donne."],
        ["Nos valeurs", "Rudesse : on ne maquille rien\nEntraide : le lait du voisin passe avant le nôtre"],
        ["Publics", "Crémiers de Paris et de Lyon\nRandonneurs"],
        ["Positionnement", "Le fromage de ceux qui montent le chercher."],
        ["Promesse", "La date de la traite est gravée dans la croûte."],
        ["Preuves", "Gravure au laser depuis 2022\nRegistre de traite ouvert"],
        ["Personnalité", "Rude mais pas brutale"],
        ["Ton", "On parle peu. On dit l’altitude."],
        ["Engagements", "Clients : un fromage raté est remplacé\nÉleveurs : le lait est payé à dix jours"],
        ["Couleurs", "Noir lave, blanc lait"],
        ["Accroche", "Montez."],
    ]
    table(document, rows)
    document.add_paragraph("Fait à Laguiole, le 2 avril.")
    return saved(document)


FROMAGERIE: Mapping[str, str] = {
    "Que les burons": "raison_detre",
    "Dix burons rouverts": "vision",
    "Affiner à la montagne": "mission",
    "Rudesse": "values.name",
    "on ne maquille rien": "values[Rudesse].meaning",
    "le lait du voisin": "values[Entraide].meaning",
    "Crémiers de Paris": "people_customers.cards.role",
    "Randonneurs": "people_customers.cards.role",
    "ceux qui montent": "positioning",
    "gravée dans la croûte": "promise",
    "Gravure au laser": "proof.act",
    "Registre de traite": "proof.act",
    "Rude": "personality.trait",
    "brutale": "personality[Rude].but_not",
    "On dit l’altitude": "tone",
    "un fromage raté": "commitments[Clients].commitment",
    "payé à dix jours": "commitments[Éleveurs].commitment",
    "Noir lave": "loose",
    "Montez.": "tagline",
    "Fait à Laguiole": "loose",
}


def ferry() -> bytes:
    """A manual: numbers typed before headings of a style of its own, changes not yet accepted, content controls."""
    document = empty()
    style = document.styles.add_style("Chapter Line", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Northsound Ferries: brand manual", style="Title")

    def head(text: str) -> None:
        document.add_paragraph(text, style="Chapter Line")

    head("1.1 Who we are")
    document.add_paragraph("Six boats and one hundred and ten people who live on the islands they serve.")
    head("1.2 Our vision")
    inserted(document, "A child on Sanday can go to the dentist and be home for supper.", "World class mobility.")
    head("1.3 Our mission")
    controlled(document, "We cross when it is safe, and say so two hours before.")
    head("1.4 Our principles")
    bold(document, "Sea first.", " The captain decides, nobody else.")
    bold(document, "No surprises.", " A late boat is announced before it is late.")
    document.add_paragraph("This is the rule passengers quote most often.")
    head("2.1 Our passengers")
    head("2.1.1 Persona: Isla, 42")
    document.add_paragraph("Teacher, crosses four times a week.")
    bold(document, "Needs:", " a boat that waits for the school bus")
    bold(document, "Frustrations:", " announcements nobody can hear")
    head("2.2 Brand promise")
    document.add_paragraph("Two hours before, you know.")
    head("2.3 Our commitments")
    table(
        document,
        [
            ["To whom", "We commit to", "By when", "If we fail"],
            ["Passengers", "a text message two hours before", "every crossing", "the next ticket is free"],
            ["Crews", "no shift over ten hours", "1 March", "the sailing is cancelled"],
        ],
    )
    head("3.1 How we speak")
    document.add_paragraph("As a mate would on deck: short, exact, never cheerful about bad weather.")
    bold(document, "Words to avoid:", " mobility, experience, solution")
    head("3.2 Livery")
    document.add_paragraph("White over grey, one red stripe.")
    head("3.3 Strapline")
    document.add_paragraph("You’ll know.")
    return saved(document)


FERRY: Mapping[str, str] = {
    "Six boats": "origin",
    "A child on Sanday": "vision",
    "We cross when it is safe": "mission",
    "Sea first": "values.name",
    "The captain decides": "values[Sea first].meaning",
    "before it is late": "values[No surprises].meaning",
    "passengers quote most often": "values[No surprises].meaning",
    "Isla, 42": "people_customers.cards.person",
    "crosses four times a week": "people_customers.cards.role",
    "waits for the school bus": "people_customers.cards.expects",
    "announcements nobody can hear": "people_customers.cards.dreads",
    "Two hours before, you know.": "promise",
    "Passengers": "commitments.whom",
    "a text message": "commitments[Passengers].commitment",
    "the next ticket is free": "commitments[Passengers].if_missed",
    "1 March": "commitments[Crews].by",
    "As a mate would": "tone",
    "mobility": "tone.lexicon.avoid",
    "White over grey": "loose",
    "You’ll know.": "tagline",
}


def atelier() -> bytes:
    """Notes of a workshop: words in bold in front, line breaks inside paragraphs, things said twice."""
    document = empty()
    bold(document, "Compte rendu de l’atelier du 14 avril – Imprimerie Sabot")
    document.add_paragraph("Présents : Marc, Lila, Odile, le comptable. Excusé : Jean.")
    bold(document, "Notre métier", " : imprimer en une nuit ce que d’autres livrent en huit jours.")
    bold(document, "Promesse", " – Déposé à dix-huit heures, livré à huit.")
    bold(document, "Ce qui nous différencie :", " la nuit. Personne d’autre n’allume ses presses à vingt heures.")
    bold(document, "Nos valeurs")
    document.add_paragraph("Cadence : on tient l’heure\nFranchise : on dit quand le fichier est mauvais")
    bold(document, "Pour qui ?")
    document.add_paragraph("Les compagnies de théâtre, les élus en campagne, les étudiants le jour du rendu.")
    bold(document, "Objectifs 2027 :")
    document.add_paragraph("- passer de deux à trois nuits par semaine")
    document.add_paragraph("- embaucher un conducteur")
    bold(document, "Ton :", " on tutoie, on fait court, on ne promet pas la lune.")
    bold(document, "Slogan (à retravailler)")
    document.add_paragraph("La nuit, on presse.")
    document.add_paragraph("Odile n’est pas d’accord avec le slogan.")
    bold(document, "Promesse (autre version)", " : Votre affiche avant votre café.")
    bold(document, "Divers")
    document.add_paragraph("Réparer la machine à café.")
    return saved(document)


ATELIER: Mapping[str, str] = {
    "Présents": "loose",
    "imprimer en une nuit": "mission",
    "Déposé à dix-huit heures": "promise",
    "n’allume ses presses": "differentiation",
    "Cadence": "values.name",
    "on tient l’heure": "values[Cadence].meaning",
    "le fichier est mauvais": "values[Franchise].meaning",
    "Les compagnies de théâtre": "people_customers.cards.role",
    "trois nuits par semaine": "objectives.what",
    "embaucher un conducteur": "objectives.what",
    "on ne promet pas la lune": "tone",
    "La nuit, on presse.": "tagline",
    "Votre affiche avant votre café": "loose",
    "la machine à café": "loose",
}

WORD: Mapping[str, tuple[Callable[[], bytes], Mapping[str, str], str, str]] = {
    "cidrerie": (cidrerie, CIDRERIE, "Cidrerie Guivarc’h", "fr"),
    "lighthouse": (lighthouse, LIGHTHOUSE, "LIGHTHOUSE CREDIT UNION", "en"),
    "fromagerie": (fromagerie, FROMAGERIE, "Fromagerie Aubrac Sud", "fr"),
    "ferry": (ferry, FERRY, "Northsound Ferries", "en"),
    "atelier": (atelier, ATELIER, "", "fr"),
}
"""Name -> what makes it, where its passages go, its brand and its language."""
