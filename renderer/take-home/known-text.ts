/**
 * Text that both sides know, so that the words of a list cost little in its code: what is not here is still carried,
 * only longer. Texts are part of the code and never change; a new one gets the next number.
 */
const english =
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

/** By number, with the languages that each is for. Version 1 of the code knows the first alone. */
const known: readonly { readonly languages: readonly string[]; readonly text: string }[] = [
  { languages: ['en', 'sv'], text: english },
  {
    languages: ['de'],
    text:
      'Wohnzimmer Kleiderschrank Anprobe Aufwachen Guten Morgen Heller Tag Langes Essen Filmabend Party ' +
      'Ein gutes Buch An der Tür Aus dem Haus Gute Nacht Pendel Tischlampe Licht auf dem Regal ' +
      'Licht am Fenster Licht am Bild Licht im Regal Pflanzen-Spot Pilzlampe Licht am Board Plattenspieler ' +
      'Fernbedienung Lesetaster Schranklicht Laterne Kleiderstange Vorhang Kuppelleuchte ' +
      'Stehlampe mit Trommelschirm Kugeltischlampe Lichtband für Regale Lichtband für Bänke ' +
      'Leselampe für die Wand Papierlaterne Bilderleuchte Lichtleiste für Bücherregale Bodenspot ' +
      'Kerzenlampe Rollo mit Motor Kleiderlift Bewegungsmelder Kurzwahltaster Hub Smarte Steckdose ' +
      'Lampe E27, warm- bis neutralweiß Lampe E27, Weiß und Farbe Lampe E14, warm- bis neutralweiß ' +
      'Lampe GU10, warm- bis neutralweiß Lampe GU10, warmweiß SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['fr'],
    text:
      'Salon Dressing Essayage Réveil Bonjour Plein jour Long dîner Soirée film Fête Un bon livre ' +
      'À la porte On y va Bonne nuit Ruban d’étagère Lampe de fenêtre Lampe de tableau Lumière des livres ' +
      'Spot de plante Champignon Lampe bougie Ruban de banc Tourne-disque Détecteur de mouvement ' +
      'Télécommande Bouton de lecture Lumière du dressing Rideau Suspension dôme ' +
      'Lampadaire à abat-jour tambour Lampe de table globe Ruban lumineux pour étagères ' +
      'Ruban lumineux pour bancs Liseuse murale Lanterne en papier Réglette pour bibliothèques Spot de sol ' +
      'Lampe champignon Store enrouleur motorisé Penderie escamotable Bouton de raccourci Hub ' +
      'Prise connectée Ampoule E27, blanc chaud à neutre Ampoule E27, blanc et couleur ' +
      'Ampoule E14, blanc chaud à neutre Ampoule GU10, blanc chaud à neutre SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['es'],
    text:
      'Salón Vestidor Prueba de ropa Despertar Buenos días Día claro Larga cena Noche de cine Fiesta ' +
      'Un buen libro En la puerta Salir de casa Buenas noches Lámpara colgante Tira de estantería ' +
      'Luz de lectura Lámpara de ventana Luz de cuadro Luz de librería Foco de planta Lámpara seta ' +
      'Lámpara vela Tira de banco Tocadiscos Sensor de movimiento Mando Botón de lectura Luz del vestidor ' +
      'Cortina Colgante cúpula Lámpara de pie con pantalla de tambor Lámpara de mesa globo ' +
      'Tira de luz para estanterías Tira de luz para bancos Lámpara de lectura de pared Farolillo de papel ' +
      'Regleta de luz para librerías Foco de suelo Estor con motor Barra de ropa abatible ' +
      'Botón de acceso directo Hub Enchufe inteligente Bombilla E27, blanco cálido a neutro ' +
      'Bombilla E27, blanco y color Bombilla E14, blanco cálido a neutro ' +
      'Bombilla GU10, blanco cálido a neutro SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['pl'],
    text:
      'Salon Garderoba Przymiarka Pobudka Dzień dobry Jasny dzień Długa kolacja Wieczór filmowy Impreza ' +
      'Dobra książka Ktoś u drzwi Wyjście z domu Dobranoc Taśma na regale Lampka do czytania Lampa w oknie ' +
      'Lampka nad obraz Lampa w regale Spot na roślinę Lampa grzybek Lampa świeca Taśma pod szafką Gramofon ' +
      'Czujnik ruchu Pilot Przycisk do czytania Światło w garderobie Lampion Drążek na ubrania Zasłona ' +
      'Lampa wisząca kopuła Lampa stojąca z walcowym abażurem Lampa stołowa kula Taśma LED do regałów ' +
      'Taśma LED pod szafki Kinkiet do czytania Papierowy lampion Listwa świetlna do regałów Spot podłogowy ' +
      'Roleta z silnikiem Drążek z windą Przycisk skrótu Centralka Inteligentne gniazdko ' +
      'Żarówka E27, ciepła do neutralnej bieli Żarówka E27, biel i kolory ' +
      'Żarówka E14, ciepła do neutralnej bieli Żarówka GU10, ciepła do neutralnej bieli ' +
      'Żarówka GU10, ciepła biel SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['zh-Hans'],
    text:
      '客厅 试衣时间 起床 早上好 明亮的白天 悠长晚餐 电影之夜 派对 一本好书 有人敲门 出门 晚安 层架灯带 ' +
      '窗边灯 画灯 植物射灯 蘑菇灯 烛光灯 矮柜灯带 唱片机 人体传感器 遥控器 阅读按钮 衣帽间灯 窗帘 ' +
      '穹顶吊灯 鼓形灯罩落地灯 球形台灯 壁挂阅读灯 纸灯笼 书柜灯条 落地射灯 电动卷帘 升降衣架 快捷按钮 网关 ' +
      '智能插座 E27 灯泡，暖白至自然白 E27 灯泡，白光与彩光 E14 灯泡，暖白至自然白 ' +
      'GU10 灯泡，暖白至自然白 SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['ja'],
    text:
      'リビング コーディネート 目覚め おはよう 明るい昼間 ゆっくりディナー 映画の夜 パーティー お気に入りの本 ' +
      '玄関にお客さま いってきます おやすみ ペンダントライト 窓辺のランプ ピクチャーライト 本棚のライト ' +
      '植物のスポット マッシュルームランプ キャンドルランプ ベンチのライト レコードプレーヤー 人感センサー ' +
      'リモコン 読書ボタン クローゼットの灯り カーテン ドームペンダント ドラムシェードのフロアランプ ' +
      'ボール型テーブルランプ 棚用ライトテープ ベンチ用ライトテープ 壁付け読書灯 紙のランタン 本棚用ライトバー ' +
      'フロアスポット 電動ロールブラインド 昇降ハンガーラック ショートカットボタン ハブ スマートプラグ ' +
      '電球 E27、電球色から温白色 電球 E27、白とカラー 電球 E14、電球色から温白色 ' +
      '電球 GU10、電球色から温白色 SEKEURPLNGBPUSDJPYCNY',
  },
  {
    languages: ['ar'],
    text:
      'غرفة المعيشة غرفة الملابس تجربة الملابس استيقاظ صباح الخير نهار مشرق عشاء طويل ليلة فيلم حفلة ' +
      'كتاب ممتع عند الباب مغادرة المنزل تصبحون على خير شريط الرف مصباح القراءة مصباح النافذة إضاءة اللوحة ' +
      'إضاءة المكتبة إضاءة النبات مصباح الفطر مصباح الشمعة شريط الخزانة مشغّل أسطوانات مستشعر حركة ' +
      'جهاز تحكم زر القراءة إضاءة الملابس مصباح معلّق على شكل قبة مصباح أرضي بغطاء أسطواني مصباح طاولة كروي ' +
      'شريط إضاءة للأرفف شريط إضاءة للخزائن مصباح قراءة جداري فانوس ورقي قضيب إضاءة للمكتبات ' +
      'مصباح موجّه أرضي ستارة لفافة بمحرّك علّاقة ملابس برافعة زر اختصار موزّع ذكي مقبس ذكي ' +
      'لمبة E27، أبيض دافئ إلى طبيعي لمبة E27، أبيض وألوان لمبة E14، أبيض دافئ إلى طبيعي ' +
      'لمبة GU10، أبيض دافئ إلى طبيعي SEKEURPLNGBPUSDJPYCNY',
  },
]

/** The number of the text that suits a language best. */
export function knownTextFor(language: string): number {
  return Math.max(
    0,
    known.findIndex(({ languages }) => languages.includes(language)),
  )
}

/** The text with a number; null for one that a newer kiosk knows. */
export function knownText(number: number): string | null {
  return known[number]?.text ?? null
}
