import type { JSX } from 'preact'
import { iconOf } from '../channels/channel-list.tsx'
import { AtIcon, MembersIcon, MenuIcon, PinIcon } from '../icons.tsx'
import { MarkdownLine } from '../markdown/markdown.tsx'
import { PanelButton } from '../panel-button.tsx'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'

/** Over the messages: where one is, what it is for, and what can be opened beside it. */
export function Header({
  name,
  onMenu,
}: {
  readonly name: string
  readonly onMenu: () => void
}): JSX.Element {
  const store = useStore()
  const channel = store.channel.value
  const Icon = channel === undefined || channel.type === 1 ? AtIcon : iconOf(channel)
  const topic = channel?.topic
  return (
    <header class="header">
      <button type="button" class="tool menu-button" aria-label={texts.openChannels} onClick={onMenu}>
        <MenuIcon />
      </button>
      <span class="header-icon">
        <Icon />
      </span>
      <h1>{name}</h1>
      {topic !== undefined && (
        <p class="topic" title={topic}>
          <MarkdownLine text={topic} />
        </p>
      )}
      <div class="header-tools">
        {channel !== undefined && <PanelButton id="pins" label={texts.pins} icon={PinIcon} />}
        <PanelButton id="members" label={texts.members} icon={MembersIcon} />
      </div>
    </header>
  )
}
