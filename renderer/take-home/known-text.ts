/**
 * Text that both sides know, so that the words of a list cost little in its code: what is not here is still carried,
 * only longer. It is part of the code's version 1 and never changes; a version 2 may have another one.
 */
export const knownText =
  'Beleuchtung Lampe Leuchtmittel Fernbedienung Bewegungsmelder Steckdose Rollo Wohnzimmer Kleiderschrank ' +
  'lampa żarówka pilot czujnik ruchu roleta salon ampoule télécommande lampe détecteur de mouvement store salon ' +
  'bombilla mando a distancia lámpara sensor de movimiento estor salón ' +
  'Klädhiss Clothes rack with lift Hubb Hub Garderobsljus Wardrobe light Lykta Lantern Gardin Curtain ' +
  'Garderob Wardrobe Vardagsrum Living room Dagsljus Wake up Vakna Good morning God morgon Bright day Ljus dag ' +
  'Long dinner Långmiddag Movie night Filmkväll Party Fest A good book En god bok At the door Vid dörren ' +
  'Leaving home Hemifrån Good night God natt Dress rehearsal ' +
  'Pendant Taklampa Floor lamp Golvlampa Table lamp Bordslampa Shelf strip Hyllslinga Reading spot Läslampa ' +
  'Window lamp Fönsterlampa Picture light Tavellampa Bookcase light Bokhyllelampa Plant spot Växtlampa ' +
  'Mushroom lamp Svamplampa Candle lamp Ljuslampa Bench strip Bänkslinga Roller blind Rullgardin ' +
  'Record player Skivspelare Motion sensor Rörelsesensor Remote control Fjärrkontroll Reading button Läsknapp ' +
  'Genvägsknapp Shortcut button Smart kontakt Smart plug Ljuskälla E27, vitt och färg Ljuskälla GU10, varmvit ' +
  'Ljuskälla E14, varmt till neutralt vitt Bulb GU10, warm white Bulb E27, white and colour ' +
  'Bulb E14, warm to neutral white Rullgardin med motor Roller blind with motor Golvspot Floor spot ' +
  'Ljuslist för bokhyllor Light bar for bookcases Tavelbelysning Papperslykta Paper lantern ' +
  'Läslampa för vägg Reading lamp for walls Ljusslinga för bänkar Light strip for benches ' +
  'Ljusslinga för hyllor Light strip for shelves Klotlampa för bord Globe table lamp ' +
  'Golvlampa med trumskärm Floor lamp with drum shade Kupolpendel Dome pendant SEKEURPLNGBPUSDJPYCNY'
