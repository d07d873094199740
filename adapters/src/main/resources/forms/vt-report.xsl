<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:nl:sluis:vt-meldformulier:1" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="f">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/f:meldformulier">
    <html lang="nl" xml:lang="nl">
      <head>
        <title>Melding aan Veilig Thuis</title>
        <meta name="subject" content="Meldformulier"/>
        <meta name="author" content="Sluis"/>
        <meta name="description" content="Melding aan Veilig Thuis, met wie meldt, over wie het gaat en wat er aan de hand is."/>
        <style>
          @page { size: A4; margin: 20mm 18mm 22mm 18mm;
            @bottom-left { content: "Melding aan Veilig Thuis. Kenmerk <xsl:value-of select="@kenmerk"/>"; font-family: 'Liberation Sans'; font-size: 8pt; }
            @bottom-right { content: "Bladzijde " counter(page) " van " counter(pages); font-family: 'Liberation Sans'; font-size: 8pt; } }
          body { font-family: 'Liberation Sans'; font-size: 10.5pt; line-height: 1.4; color: #000; }
          h1 { font-size: 19pt; font-weight: normal; margin: 0 0 4mm 0; }
          h2 { font-size: 14pt; font-weight: normal; border-bottom: 1pt solid #333; margin: 7mm 0 2mm 0; page-break-after: avoid; }
          h3 { font-size: 11.5pt; font-weight: normal; margin: 4mm 0 1mm 0; page-break-after: avoid; }
          /* A word that is wider than the page goes on in the next line */
          p { margin: 0 0 2mm 0; word-wrap: break-word; }
          table { width: 100%; table-layout: fixed; border-collapse: collapse; }
          th, td { word-wrap: break-word; }
          th, td { text-align: left; vertical-align: top; font-weight: normal; padding: 1mm 3mm 1mm 0; border-bottom: 0.4pt solid #bbb; }
          th { width: 45mm; color: #333; }
          .woorden { white-space: pre-wrap; }
          .nadruk { border: 1.2pt solid #000; padding: 2mm 3mm; }
          .bron { color: #333; font-size: 9.5pt; margin: 3mm 0 0.5mm 0; page-break-after: avoid; }
        </style>
      </head>
      <body>
        <h1>Melding aan Veilig Thuis</h1>
        <xsl:if test="@spoed = 'acuut gevaar'">
          <p class="nadruk">Acuut gevaar. Deze melding bevestigt wat door de telefoon is gezegd (112 of 0800-2000).</p>
        </xsl:if>
        <h2>Wie meldt</h2>
        <table>
          <tr><th scope="row">Kenmerk</th><td><xsl:value-of select="@kenmerk"/></td></tr>
          <tr><th scope="row">Verzonden</th><td><xsl:call-template name="dag"><xsl:with-param name="datum" select="substring(@verzonden, 1, 10)"/></xsl:call-template>, <xsl:value-of select="substring(@verzonden, 12, 5)"/> uur</td></tr>
          <tr><th scope="row">Spoed</th><td><xsl:value-of select="@spoed"/></td></tr>
          <tr><th scope="row">Organisatie</th><td><xsl:value-of select="f:melder/f:organisatie"/></td></tr>
          <tr><th scope="row">Functie</th><td><xsl:value-of select="f:melder/f:functie"/></td></tr>
          <xsl:for-each select="f:melder/f:contact">
            <tr><th scope="row">Wie te bereiken is</th><td class="woorden"><xsl:value-of select="."/></td></tr>
          </xsl:for-each>
        </table>
        <h2>Over wie het gaat</h2>
        <xsl:apply-templates select="f:betrokkenen/f:betrokkene"/>
        <xsl:if test="f:informering">
          <h3>Is gezegd dat deze melding gedaan wordt?</h3>
          <p class="woorden"><xsl:value-of select="f:informering"/></p>
        </xsl:if>
        <h2>Wat er aan de hand is</h2>
        <xsl:apply-templates select="f:zorgen/f:zorg"/>
        <xsl:if test="f:overig/f:gegeven">
          <h2>Wat verder bekend is</h2>
          <xsl:apply-templates select="f:overig/f:gegeven"/>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="f:betrokkene">
    <h3>Betrokkene <xsl:value-of select="@nr"/>: <xsl:value-of select="@rol"/></h3>
    <table>
      <tr><th scope="row">Rol</th><td><xsl:value-of select="@rol"/></td></tr>
      <xsl:apply-templates/>
    </table>
  </xsl:template>

  <xsl:template match="f:naam"><tr><th scope="row">Naam</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="f:geboortedatum">
    <tr><th scope="row">Geboortedatum</th><td><xsl:call-template name="dag"><xsl:with-param name="datum" select="."/></xsl:call-template></td></tr>
  </xsl:template>
  <xsl:template match="f:geslacht"><tr><th scope="row">Geslacht</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="f:bsn"><tr><th scope="row">Burgerservicenummer</th><td><xsl:value-of select="."/></td></tr></xsl:template>
  <xsl:template match="f:adres">
    <tr>
      <th scope="row">Adres</th>
      <td><xsl:if test="@geheim = 'true'">GEHEIM, aan niemand van de betrokkenen noemen: </xsl:if><xsl:value-of select="."/></td>
    </tr>
  </xsl:template>
  <xsl:template match="f:bereikbaar">
    <tr><th scope="row">
        <xsl:choose>
          <xsl:when test="@soort = 'phone'">Telefoon</xsl:when>
          <xsl:when test="@soort = 'email'">E-mail</xsl:when>
          <xsl:otherwise>Te bereiken (<xsl:value-of select="@soort"/>)</xsl:otherwise>
        </xsl:choose>
      </th><td><xsl:value-of select="."/></td></tr>
  </xsl:template>
  <xsl:template match="f:betrokkene/f:informering">
    <tr>
      <th scope="row">Weet van deze melding</th>
      <td class="woorden">
        <xsl:choose>
          <xsl:when test="@geinformeerd = 'true'">
            <xsl:text>Ja</xsl:text>
            <xsl:if test="@wijze">, <xsl:value-of select="@wijze"/></xsl:if>
            <xsl:if test="string-length(@datum) &gt;= 8">, op <xsl:value-of select="concat(substring(@datum, 7, 2), '-', substring(@datum, 5, 2), '-', substring(@datum, 1, 4))"/></xsl:if>
            <xsl:text>.</xsl:text>
            <xsl:if test="@gereageerd = 'false'"> Heeft niet gereageerd.</xsl:if>
            <xsl:if test="string(.)"> Reactie: <xsl:value-of select="."/></xsl:if>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>Nee. Reden: </xsl:text>
            <xsl:choose><xsl:when test="string(.)"><xsl:value-of select="."/></xsl:when><xsl:otherwise>niet bekend</xsl:otherwise></xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="f:zorg | f:gegeven">
    <p class="bron">
      <xsl:if test="@wijze"><xsl:value-of select="@wijze"/>. </xsl:if>
      <xsl:if test="@betrokkene">Over betrokkene <xsl:value-of select="@betrokkene"/>. </xsl:if>
      <xsl:if test="@leefgebied"><xsl:value-of select="@leefgebied"/>. </xsl:if>
      <xsl:if test="@datum"><xsl:call-template name="dag"><xsl:with-param name="datum" select="@datum"/></xsl:call-template>. </xsl:if>
      <xsl:if test="@bron">Van: <xsl:value-of select="@bron"/>.</xsl:if>
    </p>
    <p class="woorden"><xsl:value-of select="."/></p>
  </xsl:template>

  <!-- A day, of which parts may be 00 because nobody knows them -->
  <xsl:template name="dag">
    <xsl:param name="datum"/>
    <xsl:variable name="maanden" select="'januari  februari maart    april    mei      juni     juli     augustus septemberoktober  november december '"/>
    <xsl:variable name="maand" select="normalize-space(substring($maanden, (number(substring($datum, 6, 2)) - 1) * 9 + 1, 9))"/>
    <xsl:choose>
      <xsl:when test="starts-with($datum, '0000')">niet bekend</xsl:when>
      <xsl:when test="substring($datum, 6, 2) = '00'"><xsl:value-of select="substring($datum, 1, 4)"/>, dag en maand niet bekend</xsl:when>
      <xsl:when test="substring($datum, 9, 2) = '00'"><xsl:value-of select="concat($maand, ' ', substring($datum, 1, 4))"/>, dag niet bekend</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(number(substring($datum, 9, 2)), ' ', $maand, ' ', substring($datum, 1, 4))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
