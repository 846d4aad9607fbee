extension LabelledItem {
    /// Invented items in Spanish: `TYPE PARTIES | headline | opening`, `-` for what is no diplomacy.
    static let spanish = """
        CONSULT PER,CHL | Lima y Santiago retoman el diálogo fronterizo | El canciller peruano se reunió el martes con su homólogo chileno para tratar el paso de migrantes.
        AGREE BOL,PRY | Bolivia y Paraguay firman un convenio fluvial | Los presidentes de ambos países firmaron el jueves un acuerdo sobre la hidrovía.
        SANCTION USA,NIC | Washington sanciona a dos ministros nicaragüenses | Estados Unidos impuso sanciones a funcionarios de Nicaragua por la detención de religiosos.
        ACCUSE COL,ECU | Bogotá acusa a Quito de violar su espacio aéreo | El Gobierno colombiano acusó a Ecuador de enviar drones sobre la frontera.
        REJECT MEX,USA | México rechaza la propuesta de Estados Unidos sobre el acero | La presidenta mexicana rechazó el cupo ofrecido por Washington.
        REQUEST ESP,ISR | España pide a Israel que abra los pasos de Gaza | El ministro español instó al Gobierno israelí a permitir la entrada de ayuda.
        THREATEN VEN,GUY | Caracas amenaza con represalias a Georgetown | Venezuela advirtió a Guyana de que responderá a cualquier perforación en aguas disputadas.
        AID JPN,HND | Japón dona 12 ambulancias a Honduras | El Gobierno japonés entregó la ayuda en una ceremonia con la canciller hondureña.
        CONSULT BRA,ARG | Lula viajará a Buenos Aires para una cumbre con Milei | El presidente brasileño visitará Argentina la próxima semana, informó Itamaraty.
        SANCTION CRI,NIC | Costa Rica expulsa al agregado militar de Nicaragua | San José declaró persona non grata al diplomático nicaragüense.
        SUPPORT CHL,UKR | Chile reitera su apoyo a Ucrania | El presidente chileno expresó su respaldo al Gobierno ucraniano en una llamada.
        CONSULT MAR,DZA | Rabat y Argel negocian la reapertura de la frontera | Delegaciones de Marruecos y Argelia iniciaron conversaciones con mediación saudí.
        ACCUSE UNO,SDN | La ONU condena el ataque a un hospital en Sudán | Naciones Unidas condenó el bombardeo y pidió a las partes sudanesas un alto el fuego.
        CONCEDE CUB,ESP | Cuba libera a dos turistas españoles | La Habana puso en libertad a los detenidos tras las gestiones de Madrid.
        AGREE EUU,URY | La UE y Uruguay acuerdan un arancel reducido para la carne | La Unión Europea y el Gobierno uruguayo alcanzaron un acuerdo comercial.
        MOBILIZE GTM,BLZ | Guatemala despliega patrulleras frente a Belice | El Ejército guatemalteco envió dos lanchas a la zona reclamada.
        - | El Betis gana en Vigo y se acerca a Europa | Dos goles en la segunda parte dieron la victoria a los visitantes.
        - | El Banco Central sube los tipos medio punto | La inflación cerró febrero en el 4,2 por ciento.
        - | Condenado un concejal de Murcia por prevaricación | La Audiencia impuso siete años de inhabilitación.
        - | El Congreso aprueba los presupuestos con un voto de margen | La oposición denunció un acuerdo de última hora.
        - | Huelga de médicos en tres provincias | Los sindicatos rompieron las negociaciones con el ministerio.
        - | Una aerolínea chilena compra doce aviones | La empresa firmó el contrato con el fabricante brasileño.
        - | Un terremoto de 5,8 sacude el norte de Perú | No se registraron víctimas, según Defensa Civil.
        - | La actriz mexicana estrena película en Málaga | El festival reúne a cuarenta directores.
        - | Detenido en Panamá un capo buscado desde 2019 | La Policía incautó dos toneladas de cocaína.
        - | Milicianos matan a seis soldados en el norte de Nigeria | El Ejército nigeriano confirmó el ataque.
        - | Ciclismo: Herrera gana la tercera etapa | El colombiano se vistió de líder.
        - | El juez cita a declarar a la exministra | La investigación sigue abierta en Lima.
        - | Recetas ligeras con aguacate mexicano | Cuatro ideas para el verano.
        - | Científicos chilenos hallan un dinosaurio | El fósil apareció en la Patagonia.
        - | La alcaldesa de Quito anuncia un tranvía | Las obras empezarán en octubre.
        - | Sube el precio de la gasolina en Uruguay | El Gobierno culpó al mercado internacional.
        CONSULT ITA,ALB | Roma y Tirana hablan de los centros de acogida | La jefa del Gobierno italiano conversó con el primer ministro albanés.
        SANCTION GBR,GEO | Londres congela bienes de un magnate georgiano | El Reino Unido lo incluyó en su lista por socavar las elecciones en Georgia.
        REJECT IRN,USA | Teherán descarta negociar con Washington | Irán afirmó que no hablará bajo amenaza de Estados Unidos.
        AID CHN,CUB | China envía arroz a Cuba | Pekín entregó 30.000 toneladas en el puerto de Mariel.
        ACCUSE POL,BLR | Varsovia culpa a Minsk de los globos | Polonia denunció que Bielorrusia lanza globos con contrabando.
        CONCEDE IND,PAK | India libera a 45 pescadores paquistaníes | Nueva Delhi los entregó en el paso de Wagah.
        AGREE ARM,TUR | Ereván y Ankara pactan abrir un paso | Armenia y Turquía acordaron reabrir el puente en mayo.
        - | Argentina golea a Bolivia y lidera la eliminatoria | Tres goles en La Paz sellaron la victoria.
        - | Un yate italiano encalla en Mallorca | Los seis turistas alemanes fueron rescatados.
        - | Constructora española gana contrato en Perú | Levantará un hospital en Arequipa por 90 millones.
        - | Bombardeo ruso deja cuatro muertos en Járkov | El gobernador ucraniano informó de daños en viviendas.
        - | Los socios de Gobierno en Israel rompen la negociación del presupuesto | Los partidos religiosos exigen más fondos.
        """
}
