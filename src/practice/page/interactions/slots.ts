import './index.css'
import type { Slots } from '../slots.ts'
import { CommandAid } from './command-aid.tsx'
import { FormLayer } from './form-layer.tsx'
import { LinkLayer } from './link-layer.tsx'
import { MessageMenuLayer } from './message-menu-layer.tsx'
import { MessageParts } from './message-parts.tsx'
import { MessageTools } from './message-tools.tsx'

/** The places of the page that commands, buttons, menus and forms fill. */
export const interactions: Slots = {
  underMessage: MessageParts,
  messageTools: MessageTools,
  composerAid: CommandAid,
  layers: [MessageMenuLayer, LinkLayer, FormLayer],
}
