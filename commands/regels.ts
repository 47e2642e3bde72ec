import type { Command } from '../src/discord/command.ts'
import { shortcutTo } from './info.ts'

/** `/regels`: what is agreed in the channel where it is typed. */
export const regels: Command = shortcutTo('rules', 'regels', 'rules.description')
