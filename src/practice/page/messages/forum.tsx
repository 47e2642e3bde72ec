import type { JSX } from 'preact'
import { iconOf } from '../channels/channel-list.tsx'
import { useStore } from '../slots.ts'
import { compareIds } from '../snowflakes.ts'
import { texts } from '../texts.ts'

/** A forum has no messages of its own: its posts are threads, the newest first. */
export function Forum({ channel, name }: { readonly channel: string; readonly name: string }): JSX.Element {
  const store = useStore()
  const posts = (store.house.value?.channels ?? [])
    .filter((one) => one.parentId === channel)
    .sort((one, other) => compareIds(other.lastMessageId ?? other.id, one.lastMessageId ?? one.id))
  return (
    <section class="forum" aria-label={texts.posts(name)}>
      {posts.length === 0 && <p class="top">{texts.noPosts}</p>}
      <ul>
        {posts.map((post) => {
          const Icon = iconOf(post)
          return (
            <li key={post.id}>
              <button type="button" class="post" onClick={() => store.go(post.id)}>
                <Icon />
                {post.name}
                {post.archived === true && <span class="mark">{texts.archived}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
