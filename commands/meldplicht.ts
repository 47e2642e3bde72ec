import type { Command } from '../src/discord/command.ts'
import { shortcutTo } from './info.ts'

/** `/meldplicht`: what can stay secret and what cannot, in plain words. */
export const meldplicht: Command = shortcutTo('meldplicht', 'meldplicht', 'meldplicht.description')
