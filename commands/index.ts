import type { Command } from '../src/discord/command.ts'
import { info } from './info.ts'
import { meldDitBericht } from './meld-dit-bericht.ts'
import { meldplicht } from './meldplicht.ts'
import { openingsuren } from './openingsuren.ts'
import { praat } from './praat.ts'
import { regels } from './regels.ts'
import { tegengehouden } from './tegengehouden.ts'
import { wachtrij } from './wachtrij.ts'

/** Everything that people can ask the bot. A test holds this list against the folder. */
export const commands: readonly Command[] = [
  info,
  meldDitBericht,
  meldplicht,
  openingsuren,
  praat,
  regels,
  tegengehouden,
  wachtrij,
]
