import type { TextKey } from '../folder.ts'

/**
 * The very simple form of texts that are long (docs/reading-level.md): one thing in each sentence, no clauses, what matters
 * first. It says less, never something else. The text itself stays what holds.
 */
export const simple = {
  'error.not-ready':
    'De bot is nog niet klaar. Melden of praten met ons kan nu niet. Hulp nodig? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'error.cannot-store':
    'De bot kan dat nu niet bewaren. Het team krijgt het dus niet. Probeer het later. Nu hulp nodig? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'report.nobody':
    'Dit gaat over iemand van het team. Daarom kijken wij hier niet naar. We bewaren niets. {outside} Gevaar? Bel 112.',
  'report.cannot.link':
    'Dit is geen link naar een bericht hier. Klik rechts op het bericht. Kies “Berichtlink kopiëren”. Of laat de link leeg.',
  'praat.jac':
    'De JAC-chat is gemaakt om veilig te praten. Daar zit een hulpverlener. Het is gratis. Je naam hoeft niet. Voor 12 tot 25 jaar.',
  'notice.full.who':
    'Dit is de Discord van {house}. Wie de rol **{role}** heeft, is een echt mens. Ik ben {bot}. Ik ben een bot, geen mens.',
  'notice.full.hours': '**Wanneer zijn we er?** {hours}. Op andere uren is er niemand.',
  'notice.full.discord':
    '**Discord is niet privé.** Anderen kunnen meelezen. Wil je praten over iets moeilijks? Typ `/praat`.',
  'notice.full.secret':
    '**Kan het geheim blijven?** Soms wel. Soms moeten we iets doorgeven. {meldplicht} Kan het veilig? Dan zeggen we het je eerst.',
  'notice.full.then': '**Wat dan?** Dan moeten we iets doen. Jij blijft welkom. We keuren **jou** niet af.',
  'notice.full.reads.reports':
    '**Wat leest de bot?** De bot leest niet mee. Meldt iemand iets? Dan kijkt een mens. Ziet een filter iets? Dan kijkt ook een mens.',
  'notice.full.reads.full':
    '**Wat leest de bot?** De bot leest elk bericht in deze kanalen. Dag en nacht. Valt iets op? Dan kijkt een mens.',
  'notice.full.decides':
    'De bot beslist niets over jou. Dat doet een mens. We maken geen lijsten van mensen.',
  'notice.full.report':
    '**Zie je iets dat niet oké is?** Klik rechts op het bericht. Kies Apps. Kies *Meld dit bericht*. We zeggen niet wie het meldde. Soms kan iemand het raden.',
  'meldplicht.short':
    'Je mag ons alles vertellen. Soms moeten we iets doorgeven. {meldplicht} Kan het veilig? Dan zeggen we het je eerst. Jij blijft welkom.',
  'data.always':
    'We zeggen nooit wie iets meldde. Wat iemand nog bekijkt, tonen we niet. Dat zeggen we aan iedereen.',
  'data.delete.ask':
    'We wissen nu wat klaar is:\n- je woorden;\n- je opmerkingen;\n- je naam.\n\nDaarna kan je geen bezwaar meer maken.\n\nDit blijft nog:\n- Wat iemand nog bekijkt.\n- Wat we deden: {ids} dagen.\n- Wat de wet vraagt.',
  'data.delete.done':
    'Gewist: {count}. Wat blijft, zie je in /mijn-gegevens. Wat iemand nog bekijkt, tonen we niet.',
  'held.waiting':
    'Je bericht in {channel} staat er even niet. Een regel hield het tegen: {why} Een mens kijkt ernaar. Niet akkoord daarna? Typ /bezwaar. Hulp nodig? Typ /praat.',
} as const satisfies Partial<Record<TextKey, string>>
