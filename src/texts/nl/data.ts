export const data = {
  'data.description': 'Wat bewaart de bot over jou? Bekijk, download, verbeter of wis het.',
  'data.heading': 'Jouw gegevens',
  'data.always':
    'Wie iets meldde, zeggen we nooit. We tonen niet wat iemand nog bekijkt. Ook niet wat we moeten bewaren of doorgeven. Misschien is er zoiets, misschien niet: dat zeggen we aan iedereen.',
  'data.none': 'We bewaren hier niets met jouw naam dat we kunnen tonen.',
  'data.part.reports': 'Meldingen die jij deed: {count}. De laatste wissen we op {day}.',
  'data.part.reports-open':
    'Meldingen die jij deed: {count}. Op de dag dat we ze afsluiten, beginnen we te tellen.',
  'data.part.decisions': 'Berichten van jou waar iemand naar keek: {count}. Het laatste wissen we op {day}.',
  'data.part.objections': 'Bezwaren van jou: {count}.',
  'data.part.notes': 'Opmerkingen over je gegevens: {count}. De laatste wissen we op {day}.',
  'data.part.drafts': 'Een melding die je nog niet verstuurde. De bot wist ze binnen een half uur.',
  'data.part.team':
    'Wat je deed als lid van het team: {count, plural, one {# keer} other {# keer}}. We vergeten na {days} dagen wie het was.',
  'data.part.lines-sent': 'Lijnen die iemand van ons je stuurde: {count}. Die wissen we samen met de draad.',
  'data.part.talks': 'Gesprekken met ons die je vroeg: {count}. Dat wissen we samen met het gesprek.',
  'data.part.notice': 'Je zei dat je de mededeling las (versie {version}). Dat wissen we op {day}.',
  'data.part.consent': 'Je zei ja op privéberichten als contactpersoon.',
  'data.terms':
    'We wissen wat je schreef {words, plural, one {# dag} other {# dagen}} na het afsluiten. Wie erbij was: {ids, plural, one {# dag} other {# dagen}} na het afsluiten. Ook als je de server verlaat.',
  'data.praat': 'Van /praat bewaren we niets over jou.',
  'data.button.export': 'Download (JSON)',
  'data.button.correct': 'Verbeter iets',
  'data.button.delete': 'Wis mijn gegevens',
  'data.button.delete-sure': 'Ja, wis het nu',
  'data.export.text':
    'Dit is alles wat we kunnen tonen, in één bestand. Alleen jij ziet dit. Bewaar het op een veilige plek.',
  'data.correct.title': 'Verbeter iets',
  'data.correct.label': 'Wat klopt er niet?',
  'data.correct.placeholder': 'Bijvoorbeeld: dit bericht was een grap onder vrienden.',
  'data.correct.reads':
    'Alleen de jeugdwerkers lezen dit. Zij weten dat het van jou komt. Na {days, plural, one {# dag} other {# dagen}} wist de bot het.',
  'data.correct.done': 'Bedankt. Een jeugdwerker kijkt ernaar. Of het gelezen is, zie je in /mijn-gegevens.',
  'data.correct.too-many':
    'Je schreef er net al een paar. We lezen ze. Schrijf morgen gerust verder, of spreek een jeugdwerker aan.',
  'data.note.open': '{day}: nog niet gelezen',
  'data.note.done': '{day}: gelezen',
  'data.note.heading': 'Iemand schreef iets over zijn of haar gegevens',
  'data.note.text': 'Lees het met *Toon*. Klopt het? Praat erover met de jongere. Druk daarna op *Gelezen*.',
  'data.note.from': 'Van: {writer}',
  'data.note.read-by': 'Gelezen door {reader}',
  'data.note.gone':
    'Deze opmerking is er niet meer: de bewaartijd is voorbij, of wie ze schreef heeft ze gewist.',
  'data.note.button.show': 'Toon',
  'data.note.button.done': 'Gelezen',
  'data.delete.ask':
    'We wissen nu:\n- wat je schreef bij meldingen die afgesloten zijn;\n- je opmerkingen;\n- je naam bij berichten waar niets mee gebeurde.\n\nBezwaar maken kan daarna niet meer voor wat weg is.\n\nDit blijft nog, en waarom:\n- Wat iemand nog bekijkt: anders kunnen we niemand helpen. Als het afgesloten is, beginnen we te tellen.\n- Wat we beslisten: {ids} dagen. We moeten het kunnen uitleggen.\n- Wie wat deed, zonder woorden: {ids} dagen. Zo kunnen we ons werk nakijken.\n- Wat de wet ons vraagt te bewaren.',
  'data.delete.done':
    'Gewist: {count}. Wat blijft en tot wanneer, zie je in /mijn-gegevens. Wat iemand nog bekijkt, tonen we aan niemand. Als dat afgesloten is, beginnen we te tellen.',
  'objection.description': 'Niet akkoord met een beslissing over je bericht? Iemand anders kijkt opnieuw.',
  'objection.heading': 'Bezwaar',
  'objection.none':
    'Er is geen beslissing waartegen je nu bezwaar kan maken. Klopt er iets niet? Spreek een jeugdwerker aan, of ga naar {name}: {contact}.',
  'objection.choose': 'Over welke beslissing gaat het?',
  'objection.choose.placeholder': 'Kies een beslissing',
  'objection.title': 'Bezwaar',
  'objection.words.label': 'Waarom ben je niet akkoord? (mag leeg)',
  'objection.words.placeholder': 'Bijvoorbeeld: wat bedoelde je met je bericht?',
  'objection.reads':
    'Iemand anders dan wie besliste, kijkt opnieuw. Het team kan lezen wat je schrijft. Bezwaar maken kan één keer per beslissing.',
  'objection.received':
    'Je bezwaar is ontvangen. Iemand anders kijkt opnieuw. Het resultaat zie je in /bezwaar.',
  'objection.cannot': 'Tegen deze beslissing kan je geen bezwaar (meer) maken. Typ /bezwaar opnieuw.',
  'objection.state.received': '{day}: ontvangen. Iemand anders kijkt opnieuw.',
  'objection.state.looked': '{day}: iemand anders keek opnieuw.',
  'objection.state.stays': '{day}: iemand anders keek opnieuw. De beslissing blijft.',
  'objection.state.changed': '{day}: iemand anders keek opnieuw en besliste anders: {outcome}.',
} as const
