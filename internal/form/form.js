'use strict'
const form = JSON.parse(document.getElementById('form').textContent)
const page = document.forms[0]
const name = page.elements.rater
const save = page.elements.save
const count = document.getElementById('count')

// FNV-1a, 32 bits, of the text in UTF-8: the same as Seal in form.go.
function seal(...parts) {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(parts.join('\n'))) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function answers() {
  return form.items.flatMap(({ id }) => {
    const verdict = page.elements[id].value
    return verdict ? [{ item: id, verdict, seal: seal(form.id, name.value.trim(), id, verdict) }] : []
  })
}

function show() {
  count.textContent = count.dataset.text.replace('{n}', answers().length).replace('{all}', form.items.length)
}

// Whoever closes the page before they saved would lose every answer.
let unsaved = false
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault()
})

page.addEventListener('change', () => {
  unsaved = answers().length > 0
  show()
})
page.addEventListener('submit', (event) => {
  event.preventDefault()
  const filled = { ...form, rater: name.value.trim(), answers: answers() }
  if (filled.answers.length === 0) {
    count.textContent = count.dataset.none
    return
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(filled, null, 2)], { type: 'application/json' }))
  link.download = `${form.guide}-${filled.rater.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}.json`
  link.click()
  unsaved = false
  document.getElementById('sent').hidden = false
})
save.disabled = false
show()
