// Runs before anything else of the page, while that is still loading: whoever touches the screen meanwhile is
// remembered until the page can answer. `renderer/app/early-touches.ts` takes what was kept.
;(() => {
  /** A finger that was down when the page before this one left, as that one handed it over. */
  const finger = /^(\d+),(\d+)$/.exec(sessionStorage.getItem('finger') ?? '')
  sessionStorage.removeItem('finger')
  const places = finger === null ? [] : [{ x: Number(finger[1]), y: Number(finger[2]) }]
  let keys = 0

  const touched = ({ clientX, clientY }) => places.push({ x: clientX, y: clientY })
  const pressed = () => {
    keys += 1
  }
  window.addEventListener('pointerdown', touched, { capture: true, passive: true })
  window.addEventListener('keydown', pressed, { capture: true, passive: true })
  window.takeEarlyTouches = () => {
    window.removeEventListener('pointerdown', touched, { capture: true })
    window.removeEventListener('keydown', pressed, { capture: true })
    return { places, handedOver: finger !== null, somebody: places.length + keys > 0 }
  }
})()
