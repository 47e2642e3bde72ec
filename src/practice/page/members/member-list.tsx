import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import type { MemberView } from '../../web/protocol.ts'
import { ClockIcon } from '../icons.tsx'
import { avatarOf, nameColour } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { dark } from '../theme.ts'
import { groupsOf } from './groups.ts'

/** Who is in the house, under their role. */
export function MemberList(): JSX.Element | null {
  const { house } = useStore()
  const groups = useComputed(() => (house.value === undefined ? [] : groupsOf(house.value)))
  return (
    <>
      {groups.value.map((group) => (
        <section key={group.key} class="member-group">
          <h3>
            {group.role?.name ?? (group.bots ? texts.bots : texts.noRole)} — {group.members.length}
          </h3>
          <ul>
            {group.members.map((member) => (
              <Member key={member.id} member={member} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Member({ member }: { readonly member: MemberView }): JSX.Element {
  const store = useStore()
  const house = store.house.value
  const until = member.timedOutUntil === undefined ? 0 : Date.parse(member.timedOutUntil)
  const pausing = until > store.time.now.value
  const name = member.displayName
  return (
    <li class="member">
      <img class="avatar" src={avatarOf({ id: member.id, name, bot: member.bot })} alt="" />
      <span class="member-words">
        <span class="member-name" style={{ color: nameColour(house, member, dark.value) ?? '' }}>
          {name}
        </span>
        {member.bot && <span class="app-tag">{texts.app}</span>}
        {member.bot && house?.bot.status !== undefined && <span class="status">{house.bot.status}</span>}
      </span>
      {pausing && (
        <span class="pausing">
          <ClockIcon />
          <span class="hidden">{texts.timedOut}</span>
        </span>
      )}
    </li>
  )
}
