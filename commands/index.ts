import type { Command } from '../src/discord/command.ts'
import { bewaring } from './bewaring.ts'
import { bezwaar } from './bezwaar.ts'
import { cijfers } from './cijfers.ts'
import { dienst } from './dienst.ts'
import { huis } from './huis.ts'
import { info } from './info.ts'
import { integriteit } from './integriteit.ts'
import { kanaal } from './kanaal.ts'
import { meld } from './meld.ts'
import { meldDitBericht } from './meld-dit-bericht.ts'
import { meldplicht } from './meldplicht.ts'
import { mijnGegevens } from './mijn-gegevens.ts'
import { mijnMeldingen } from './mijn-meldingen.ts'
import { oefening } from './oefening.ts'
import { openingsuren } from './openingsuren.ts'
import { praat } from './praat.ts'
import { regels } from './regels.ts'
import { tegengehouden } from './tegengehouden.ts'
import { verwijsDoor } from './verwijs-door.ts'
import { waarom } from './waarom.ts'
import { waaromDitBericht } from './waarom-dit-bericht.ts'
import { wachtrij } from './wachtrij.ts'

/** Everything that people can ask the bot. A test holds this list against the folder. */
export const commands: readonly Command[] = [
  bewaring,
  bezwaar,
  cijfers,
  dienst,
  huis,
  info,
  integriteit,
  kanaal,
  meld,
  meldDitBericht,
  meldplicht,
  mijnGegevens,
  mijnMeldingen,
  oefening,
  openingsuren,
  praat,
  regels,
  tegengehouden,
  verwijsDoor,
  waarom,
  waaromDitBericht,
  wachtrij,
]
