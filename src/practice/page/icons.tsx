import type { JSX } from 'preact'

/** Drawn here, so that none is fetched. Each stands beside words, or in a button that says what it does. */
const draw = (path: string, filled = true) =>
  function Icon(): JSX.Element {
    return (
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {filled ? (
          <path fill="currentColor" d={path} />
        ) : (
          <path
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            d={path}
          />
        )}
      </svg>
    )
  }

export const HashIcon = draw('M10 3 8 21M16 3l-2 18M4.5 8.5h16M3.5 15.5h16', false)
export const LockIcon = draw(
  'M12 2a5 5 0 0 0-5 5v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7a5 5 0 0 0-5-5Zm-3 8V7a3 3 0 0 1 6 0v3H9Zm3 4a1.5 1.5 0 0 1 .8 2.8V19h-1.6v-2.2A1.5 1.5 0 0 1 12 14Z',
)
export const ThreadIcon = draw('M5 4v8a3 3 0 0 0 3 3h11M15 10l5 5-5 5', false)
export const AtIcon = draw(
  'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-3.5 7.1M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  false,
)
export const ForumIcon = draw('M4 5h16v11h-9l-4 3v-3H4zM8 9h8M8 12h5', false)
export const MembersIcon = draw(
  'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm7 0a3.2 3.2 0 1 0-1.6-6 6 6 0 0 1-.2 5.5c.5.3 1.100.5 1.800.5ZM2 19c0-3.300 3.100-6 7-6s7 2.700 7 6v1H2v-1Zm16 1h4v-1c0-2.600-2-4.800-4.800-5.500A7.500 7.500 0 0 1 18 19v1Z',
)
export const PinIcon = draw('M9 3h6l-1 6 4 4v2H6v-2l4-4-1-6ZM12 15v6', false)
export const MenuIcon = draw('M4 6h16M4 12h16M4 18h16', false)
export const CloseIcon = draw('M5 5l14 14M19 5 5 19', false)
export const SendIcon = draw('M3 4.500 21 12 3 19.500l2.500-7.500L3 4.500Z')
export const ReplyIcon = draw('M10 6 4 12l6 6v-4c5 0 8 1.500 10 5 0-6-3.500-9.500-10-9.500V6Z')
export const PencilIcon = draw('m4 16 11-11 4 4L8 20H4v-4Z')
export const EyeIcon = draw(
  'M12 5C6.500 5 2.700 9.300 1.500 12c1.200 2.700 5 7 10.500 7s9.300-4.300 10.500-7C21.300 9.300 17.500 5 12 5Zm0 11.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9Zm0-2.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
)
export const DownIcon = draw('M12 4v15M5 12l7 7 7-7', false)
export const ChevronIcon = draw('m6 9 6 6 6-6', false)
export const ClockIcon = draw('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2', false)
export const SwapIcon = draw('M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7', false)
export const WindowIcon = draw('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6', false)
export const FileIcon = draw('M6 2h8l5 5v15H6V2Zm7 1.500V8h4.500', false)
export const JoinIcon = draw('M4 12h14M12 6l6 6-6 6', false)
export const MoreIcon = draw('M5 12h.01M12 12h.01M19 12h.01', false)
export const PictureIcon = draw('M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M15.500 9h.01', false)
export const NextIcon = draw('m9 6 6 6-6 6', false)
export const BookIcon = draw(
  'M12 6.500C10 5 7 4.500 3.500 4.500v13c3.500 0 6.500.5 8.500 2 2-1.500 5-2 8.500-2v-13C17 4.500 14 5 12 6.500Zm0 0v13',
  false,
)
