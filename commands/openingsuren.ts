import type { Command } from '../src/discord/command.ts'
import { shortcutTo } from './info.ts'

/** `/openingsuren`: when somebody is there, and who answers meanwhile. */
export const openingsuren: Command = shortcutTo('hours', 'openingsuren', 'hours.description')
