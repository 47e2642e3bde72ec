import './look/colours.css'
import './look/page.css'
import './look/messages.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { defineElements } from './elements.ts'
import { parts } from './parts.ts'
import { SlotsContext } from './slots.ts'
import { startTheme } from './theme.ts'

const root = document.getElementById('page')
if (root === null) throw new Error('index.html has no #page')

startTheme()
defineElements()
render(
  <SlotsContext.Provider value={parts}>
    <App />
  </SlotsContext.Provider>,
  root,
)
