import '@skyra/discord-components-core/discord-embed-description.js'
import '@skyra/discord-components-core/discord-embed-field.js'
import '@skyra/discord-components-core/discord-embed-fields.js'
import '@skyra/discord-components-core/discord-embed-footer.js'
import '@skyra/discord-components-core/discord-embed.js'
import '@skyra/discord-components-core/discord-mention.js'
import '@skyra/discord-components-core/discord-message.js'
import '@skyra/discord-components-core/discord-messages.js'
import '@skyra/discord-components-core/discord-quote.js'
import '@skyra/discord-components-core/discord-reaction.js'
import '@skyra/discord-components-core/discord-reactions.js'
import '@skyra/discord-components-core/discord-reply.js'

/**
 * The library draws Discord's messages, in two fixed sets of colours of which some cannot be read well enough on their
 * background. So the colours in its shadow trees follow the variables of look/colours.css, as the rest of the page
 * does, and change with the theme at once.
 */
const RESTYLED: Readonly<Record<string, string>> = {
  'discord-messages': `
    :host { background: none; border: 0; color: var(--text); font-family: inherit; line-height: 1.375rem }
    ::slotted(*), ::slotted(*:first-child), ::slotted(*:last-child), ::slotted(*:not(:first-child)) { margin: 0; padding: 0 }`,
  'discord-message': `
    :host, :host([highlight]), :host([ephemeral]) {
      color: var(--text); font-family: inherit; font-size: 1rem; line-height: 1.375rem; margin: 0;
      padding: .125rem 1rem .125rem 1rem; min-height: 1.375rem }
    :host([message-body-only]) { padding-top: .0625rem !important }
    :host(:hover) { background: none }
    :host([highlight]), :host([highlight]:hover) { background: var(--mentioned) }
    :host([highlight])::before { background-color: var(--mentioned-edge) }
    :host .discord-author-avatar { min-width: 2.5rem; margin-top: .125rem }
    :host .discord-author-avatar img { cursor: inherit }
    :host .discord-message-content { min-width: 0; line-height: 1.375rem; padding: 0 }
    :host .discord-message-body { word-break: normal; overflow-wrap: anywhere }
    :host .discord-message-timestamp {
      color: var(--muted); font-size: .75rem; margin-left: .25rem }
    :host .discord-message-body-only-indent { flex: 0 0 3.5rem; margin: 0; font-size: .6875rem; line-height: 1.375rem }
    :host .discord-message-inner-center { align-items: flex-start }`,
  'discord-author-info': `
    :host .discord-author-username { color: var(--heading); font-weight: 600 }
    :host .discord-author-username:hover { text-decoration: none; cursor: inherit }`,
  'discord-verified-author-tag': `:host { background: var(--accent); font-weight: 600 }`,
  'discord-reply': `
    :host { color: var(--muted-strong); font-family: inherit; font-size: .875rem; margin: 0 0 .125rem 3.5rem; min-width: 0 }
    :host:before { border-color: var(--line-strong) !important }
    :host .discord-replied-message-username { color: var(--heading); opacity: 1; font-weight: 600; flex: none }
    :host .discord-replied-message-content, :host .discord-replied-message-content:hover {
      color: inherit; cursor: inherit; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
    :host .discord-application-tag { background: var(--accent) }`,
  'discord-embed': `
    :host { color: var(--text); margin: .25rem 0 }
    :host .discord-embed-wrapper {
      background: var(--back-embed); border-color: var(--line); max-width: 32.5rem }
    :host .discord-left-border { background-color: var(--line-strong) }
    :host .discord-embed-author, :host .discord-embed-author a, :host .discord-embed-title { color: var(--heading) }
    :host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, auto) }`,
  'discord-embed-field': `:host .discord-field-title { color: var(--heading) }`,
  'discord-embed-footer': `:host { color: var(--muted-strong) }`,
  'discord-mention': `
    :host { color: var(--mention-text); background: var(--mention-back); cursor: inherit; transition: none }
    :host(:hover) { color: var(--mention-text); background: var(--mention-back) }`,
  'discord-quote': `
    :host .discord-quote-divider { background: var(--line-strong); flex: 0 0 4px }
    :host blockquote { min-width: 0 }`,
  'discord-reaction': `
    :host > *:first-child, :host > *:first-child:hover { background: var(--back-embed); border-color: var(--line); margin: 0 }
    :host([reacted]) > *:first-child, :host([reacted]) > *:first-child:hover { background: var(--mention-back); border-color: var(--accent) }
    :host .discord-reaction-count, :host([reacted]) .discord-reaction-count { color: var(--text) }`,
}

interface Restyled {
  elementStyles?: unknown[]
}

/** Gives the library's elements the page's colours. Called once, before any of them is on the page. */
export function defineElements(): void {
  for (const [name, css] of Object.entries(RESTYLED)) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    const element = customElements.get(name) as Restyled | undefined
    if (element?.elementStyles === undefined) throw new Error(`${name} is not an element with styles.`)
    element.elementStyles.push(sheet)
  }
}
