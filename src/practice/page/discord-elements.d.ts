import type { ComponentChildren, JSX, Ref } from 'preact'

interface Drawn {
  readonly children?: ComponentChildren
  readonly class?: string
  readonly slot?: string
  readonly id?: string
  readonly key?: string | number
  readonly ref?: Ref<HTMLElement>
  readonly style?: JSX.CSSProperties
}

/** What the page uses of the library's elements; names are those of their properties. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'discord-messages': Drawn
      'discord-message': Drawn & {
        readonly author: string
        readonly avatar: string
        readonly timestamp: string
        readonly bot?: boolean
        readonly roleColor?: string | undefined
        readonly highlight?: boolean
        readonly messageBodyOnly?: boolean
      }
      'discord-reply': Drawn & {
        readonly author: string
        readonly avatar: string
        readonly bot?: boolean
        readonly roleColor?: string | undefined
      }
      'discord-embed': Drawn & {
        readonly color?: string | undefined
        readonly authorName?: string | undefined
      }
      'discord-embed-description': Drawn
      'discord-embed-fields': Drawn
      'discord-embed-field': Drawn & {
        readonly inline?: boolean
        readonly inlineIndex?: number | undefined
      }
      'discord-embed-footer': Drawn
      'discord-mention': Drawn & {
        readonly type: 'user' | 'role' | 'channel' | 'thread' | 'slash'
        readonly color?: string | undefined
      }
      'discord-quote': Drawn
      'discord-reactions': Drawn
      'discord-reaction': Drawn & {
        readonly emoji: string
        readonly count: number
        readonly reacted?: boolean
      }
    }
  }
}
