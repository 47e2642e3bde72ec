/** What the address detector knows of the names of streets. Small letters, no accents needed. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** A word that ends so is a street, whatever stands before it: "kerkstraat", "Diestsesteenweg". */
export const STREET_ENDINGS = [
  'straat',
  'straatje',
  'steenweg',
  'laan',
  'dreef',
  'plein',
  'kaai',
  'kade',
  'lei',
]
/** A word that ends so is a street when it is written as a name, or when a town comes after it. */
export const NAME_ENDINGS = [
  'weg',
  'hof',
  'pad',
  'markt',
  'baan',
  'vest',
  'dijk',
  'singel',
  'ring',
  'veld',
  'heide',
]

/** Words with such an ending that are no street. */
export const NO_STREETS = words(`
  onderweg halfweg halverweg snelweg autosnelweg autoweg spoorweg luchtweg omweg uitweg afweg bijweg rijweg terugweg
  heenweg thuisweg hardweg melkweg zijweg waterweg doodweg kruisweg fietsweg wandelweg bosweg aardeweg landweg
  supermarkt kerstmarkt rommelmarkt vlooienmarkt arbeidsmarkt huizenmarkt woningmarkt avondmarkt jaarmarkt boerenmarkt
  zwartemarkt bouwmarkt hypermarkt banenmarkt aandelenmarkt eindmarkt zomermarkt wintermarkt kringloopmarkt transfermarkt
  loopbaan autobaan bowlingbaan glijbaan achtbaan kegelbaan landingsbaan startbaan rodelbaan racebaan droombaan
  wildwaterbaan rollerbaan schaatsbaan zwembaan bijbaan luchtbaan skibaan renbaan omloopbaan tennisbaan
  ipad gamepad notepad keypad trackpad touchpad mousepad launchpad thinkpad fietspad voetpad zebrapad wandelpad bospad
  kerkhof gerechtshof voorhof paradijshof
  speelplein schoolplein sportplein kampeerplein dansplein
  vallei gelei allerlei velerlei tweeerlei tweeërlei drieerlei drieërlei generlei enerlei menigerlei
  kiellei
  zwemvest reddingsvest gilet kogelvest fluovest
  boksring verlovingsring trouwring oorring sleutelring neusring
  voetbalveld sportveld speelveld tennisveld invulveld tekstveld slagveld zoekveld basketbalveld korfbalveld
  winkelstraat zijstraat hoofdstraat inkomstraat sesamstraat doorstraat
  rolplein dorpsplein
  `)

/** These stand for a street by themselves, after a name: "Grote Markt", "Oude Baan", "Gentse Steenweg". */
export const BARE = words(
  'straat laan steenweg weg dreef plein kaai kade markt baan hof pad vest dijk lei singel ring',
)

/** French names of streets begin so. */
export const RUES = words('rue avenue boulevard chaussée chaussee place chemin impasse quai')
export const RUE_LINKS = words('de du des la le les l d à aux')

/** What makes the number after a street something else than that of a house. */
export const UNITS = words(`
  min minuut minuten minuutjes u uur uren h sec seconde seconden dag dagen week weken weekend maand maanden jaar jaren
  km kilometer kilometers m meter meters cm euro euros eur dollar cent procent keer maal x kg gram liter stuks
  ste de e nd rd th mensen man mannen vrouwen jongens meisjes gasten vrienden personen leden spelers kinderen man
  punten punt levels level kills wins rondes ronde huizen huis hotels kamers auto auto's fietsen bomen winkels foto foto's
  januari februari maart april mei juni juli augustus september oktober november december
  jan feb mrt apr jun jul aug sep sept okt nov dec
  minutes minute heures heure jours ans fois mètres metres personnes
  minutes hours days weeks years times people
  katten honden films afleveringen seizoenen
  `)

/** A month before a number is a date. */
export const MONTHS = words(
  'januari februari maart april mei juni juli augustus september oktober november december january february march may june july august october janvier février mars avril mai juin juillet août septembre octobre novembre décembre kerstmis pasen pinksteren',
)
