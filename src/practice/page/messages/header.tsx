import type { ComponentType, JSX } from 'preact'
import { iconOf } from '../channels/channel-list.tsx'
import { AtIcon, MembersIcon, MenuIcon, PinIcon } from '../icons.tsx'
import { MarkdownLine } from '../markdown/markdown.tsx'
import { useSlots, useStore } from '../slots.ts'
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
  const { drawers = [] } = useSlots()
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
        {drawers
          .filter((one) => one.shown?.(store) !== false)
          .map(({ id, label, icon, badge }) => (
            <PanelButton key={id} id={id} label={label} icon={icon} badge={badge?.(store)} />
          ))}
        {channel !== undefined && <PanelButton id="pins" label={texts.pins} icon={PinIcon} />}
        <PanelButton id="members" label={texts.members} icon={MembersIcon} />
      </div>
    </header>
  )
}

function PanelButton({
  id,
  label,
  icon: Icon,
  badge,
}: {
  readonly id: string
  readonly label: string
  readonly icon: ComponentType
  readonly badge?: string | undefined
}): JSX.Element {
  const { panel } = useStore()
  const open = panel.value === id
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={open ? 'panel' : undefined}
      data-panel={id}
      onClick={() => (panel.value = open ? undefined : id)}
    >
      <Icon />
      {badge !== undefined && <span class="badge">{badge}</span>}
    </button>
  )
}
