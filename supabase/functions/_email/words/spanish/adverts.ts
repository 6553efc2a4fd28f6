/**
 * Spanish words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const SPANISH_ADVERTS = String.raw`
# Press, go, order.
## click
(haz|haga|pulsa|pulse|pincha) (clic|aquí)|(compra|compre|reserva|reserve) (ya|ahora) — haga clic
# It costs nothing.
## free
gratis|gratuit[oa]s?|sin (riesgo|coste|compromiso) — prueba gratis
# It is cheap.
## price
\d{1,2} ?% (de )?descuento|ahorr[ea] (hasta|ya)?|oferta especial — 20 % de descuento
rebajas|mejor precio — rebajas
# Now or never.
## hurry
(solo|sólo) (hoy|por tiempo)|última oportunidad|plazas limitadas|no (te|se) lo pierdas? — solo hoy
# Money for the reader.
## money
(gana|gane|ganar) dinero|trabaj[ae] desde casa|préstamos?|hipoteca|créditos? rápidos? — gana dinero
# Praise of the goods.
## hype
garantizad[oa]|increíble|revolucionari[oa]|satisfacción — resultado garantizado
# What is sold to everybody.
## goods
adelgaza~0-4|casino|viagra|criptomonedas? — adelgazar sin esfuerzo
# How to leave the list.
## leave
darse de baja|no desea recibir más|cancelar (la|su|tu) suscripción — para darse de baja
# Anybody reads it.
## reader
(estimad[oa]|querid[oa]) (cliente|amig[oa]|usuari[oa]|suscriptora?) — estimado cliente
felicidades|ha (ganado|sido seleccionad[oa]) — ha ganado un premio
# Money for nothing, from somebody unknown.
## bait
herencia|beneficiari[oa]|millones de (dólares|euros)|lotería — una herencia
# The account will be closed.
## threat
(cuenta|buzón|contraseña)( ~12){0,4} (suspendid[oa]|bloquead[oa]) — su cuenta ha sido suspendida
(cuenta|buzón|contraseña)( ~12){0,4} (cerrad[oa]|caducad[oa]) — cuenta cerrado
(verifique|confirme) (su|sus) (cuenta|identidad|datos) — verifique su identidad
# Nobody must know, and it is urgent.
## secrecy
estrictamente confidencial|en 24 horas — estrictamente confidencial
`;
