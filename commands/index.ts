import type { Command } from '../src/discord/command.ts'
import { info } from './info.ts'
import { meldDitBericht } from './meld-dit-bericht.ts'
import { praat } from './praat.ts'
import { wachtrij } from './wachtrij.ts'

/** Everything that people can ask the bot. A test holds this list against the folder. */
export const commands: readonly Command[] = [info, meldDitBericht, praat, wachtrij]
