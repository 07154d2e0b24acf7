import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in Polish. */
export const deskRadioPl: NonNullable<Translation['desk']> = {
  channel: {
    title: 'Kanał radiowy',
    hint: 'Wi-Fi dzieli powietrze z lampami. Jeśli lampy odpowiadają późno, inny kanał może być spokojniejszy.',
    listen: 'Posłuchaj wszystkich kanałów',
    listening: 'Nasłuchiwanie …',
    channel: 'Kanał {channel}',
    now: 'obecny',
    quiet: 'spokojny',
    some: 'trochę ruchu',
    busy: 'duży ruch',
    best: 'najspokojniejszy',
    move: 'Przenieś tutaj',
    sureTitle: 'Przenieść wszystkie lampy na kanał {channel}?',
    sure: 'Trwa to około pół minuty; w tym czasie żadna lampa nie odpowiada. Piloty i czujniki na baterie podążą, gdy znów zostaną użyte.',
    really: 'Na pewno przenieś',
    asking: 'Sprawdzanie, kto jest …',
    moving: 'Przenoszenie na kanał {channel} …',
    looking: 'Sprawdzanie, kto podążył …',
    returning: 'Podążyło zbyt mało lamp: powrót na kanał {channel} …',
    moved: 'Sieć jest na kanale {channel} i wszystkie lampy odpowiadają.',
    movedWithout:
      'Sieć jest na kanale {channel}. Jeszcze brakuje: {names}. Wyłącz je i włącz, jeśli za minutę nadal ich nie będzie.',
    returned: 'Podążyło zbyt mało lamp, więc sieć wróciła na kanał {channel}. Nic się nie zmieniło.',
    returnedWithout:
      'Podążyło zbyt mało lamp, więc sieć wróciła na kanał {channel}. Jeszcze brakuje: {names}. Wyłącz je i włącz, jeśli za minutę nadal ich nie będzie.',
    failed: 'Adapter nie zmienił kanału. Czy jest podłączony? Spróbuj za minutę.',
  },
  giveUp: {
    title: 'Obcy adapter',
    other:
      'Podłącz adapter tego sklepu, jeśli istnieje. W przeciwnym razie kiosk może przejąć ten: sieć na nim ({network}) przepadnie na zawsze, a kto jej używa, będzie musiał ją założyć od nowa.',
    new: 'Podłącz stary adapter, jeśli istnieje. W przeciwnym razie kiosk może założyć na tym nową sieć: każdą lampę, pilot i czujnik trzeba będzie dodać ponownie.',
    takeOther: 'Zrezygnuj z sieci {network}',
    takeNew: 'Załóż nową sieć',
    reallyOther: 'Na pewno zrezygnuj',
    reallyNew: 'Na pewno zacznij od nowa',
    taken: 'Kiosk przejmuje adapter. Może to potrwać minutę.',
  },
  sun: {
    none: 'Reguły związane ze słońcem czekają, aż podasz, gdzie jest sklep.',
    north: 'Szerokość (stopnie północne)',
    east: 'Długość (stopnie wschodnie)',
    city: 'Reguły związane ze słońcem kierują się miastem {city}, dopóki nie podasz, gdzie jest sklep.',
    here: 'Reguły związane ze słońcem kierują się tym miejscem.',
    half: 'Podaj obie: do tego czasu reguły związane ze słońcem kierują się miastem {city}.',
  },
}
