import type { ErrorCode } from 'yaml'

/** What is wrong with the writing of a file, for somebody who does not know YAML. Complete by its type. */
export const YAML_SENTENCES = {
  ALIAS_PROPS: 'Een verwijzing met * krijgt niets anders op haar regel. Schrijf de tekst voluit.',
  BAD_ALIAS:
    'Een woord dat met * of & begint, betekent hier iets anders. Zet de hele tekst tussen aanhalingstekens: "…".',
  BAD_DIRECTIVE: 'Een regel mag niet met % beginnen. Haal die regel weg.',
  BAD_DQ_ESCAPE: 'Er staat een \\ tussen aanhalingstekens. Haal hem weg, of schrijf er twee: \\\\.',
  BAD_INDENT:
    'Deze regel springt niet goed in. Zet evenveel spaties vooraan als bij de andere regels van dit blok.',
  BAD_PROP_ORDER: 'Een & of ! staat op een verkeerde plaats. Haal dat teken weg.',
  BAD_SCALAR_START:
    'Een tekst kan niet met dit teken beginnen. Zet de hele tekst tussen aanhalingstekens: "…".',
  BLOCK_AS_IMPLICIT_KEY:
    'Er staan twee dubbelpunten op één regel. Zet de tekst na de eerste dubbelpunt tussen aanhalingstekens: "…".',
  BLOCK_IN_FLOW: 'Binnen [ ] of { } kan geen lijst met streepjes staan. Zet elk stuk op een eigen regel.',
  DUPLICATE_KEY:
    'Dit woord staat twee keer in hetzelfde blok. Welke geldt, is dan niet duidelijk: haal er één weg.',
  IMPOSSIBLE: 'Dit kan ik niet lezen. Kijk na of er niets vreemds op deze regel staat.',
  KEY_OVER_1024_CHARS: 'Het stuk voor de dubbelpunt is veel te lang. Ontbreekt er een aanhalingsteken?',
  MISSING_CHAR:
    'Er ontbreekt een teken: een dubbelpunt, een spatie na een streepje, of een aanhalingsteken op het einde.',
  MULTILINE_IMPLICIT_KEY:
    'Deze regel en de volgende lopen in elkaar over. Ontbreekt er een dubbelpunt of een aanhalingsteken?',
  MULTIPLE_ANCHORS: 'Er staat te vaak & op deze regel. Haal dat teken weg.',
  MULTIPLE_DOCS: 'Er staat een regel met --- in het bestand. Haal die weg: elk bestand is één geheel.',
  MULTIPLE_TAGS: 'Er staat te vaak ! op deze regel. Haal dat teken weg.',
  NON_STRING_KEY:
    'Voor de dubbelpunt moet een gewoon woord staan. Zet het tussen aanhalingstekens als dat nodig is.',
  RESOURCE_EXHAUSTION: 'Dit is te diep genest om te lezen. Maak het bestand eenvoudiger.',
  TAB_AS_INDENT: 'Deze regel begint met een tab. Gebruik spaties om in te springen.',
  TAG_RESOLVE_FAILED:
    'Een woord dat met ! begint, lees ik hier niet. Haal het weg, of zet de tekst tussen aanhalingstekens: "…".',
  UNEXPECTED_TOKEN:
    'Hier staat iets dat ik niet verwacht. Zet een tekst met : # of haakjes tussen aanhalingstekens: "…".',
  BAD_COLLECTION_TYPE: 'Lijst en blok staan door elkaar. Begin elke regel van een lijst met "- ".',
} as const satisfies Record<ErrorCode, string>
