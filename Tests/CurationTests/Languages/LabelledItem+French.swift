extension LabelledItem {
    /// Invented items in French: `TYPE PARTIES | headline | opening`, `-` for what is no diplomacy.
    static let french = """
        CONSULT FRA,DZA | Paris et Alger renouent le dialogue | Le ministre français des Affaires étrangères a été reçu mardi à Alger par le président algérien pour des entretiens consacrés aux visas.
        AGREE SEN,MRT | Dakar et Nouakchott signent un accord de pêche | Le Sénégal et la Mauritanie ont signé jeudi un accord qui fixe le nombre de pirogues autorisées.
        SANCTION EUU,BLR | L'UE élargit ses sanctions contre Minsk | L'Union européenne a adopté lundi de nouvelles sanctions contre la Biélorussie après l'affaire des ballons.
        ACCUSE COD,RWA | Kinshasa accuse Kigali de nouvelles incursions | Le gouvernement congolais a accusé mercredi le Rwanda d'avoir envoyé des troupes au Nord-Kivu.
        REJECT NER,FRA | Le Niger refuse le nouvel ambassadeur de France | Niamey a rejeté vendredi la nomination du diplomate proposé par Paris.
        REQUEST BRA,USA | Brasilia demande à Washington de suspendre ses droits de douane | Le Brésil a appelé les États-Unis à retirer la surtaxe sur l'acier avant le 1er mai.
        THREATEN TUR,GRC | Ankara menace Athènes de représailles en mer Égée | La Turquie a averti la Grèce qu'elle répondrait à tout élargissement des eaux territoriales.
        AID JPN,MDG | Tokyo accorde 20 millions d'euros à Madagascar | Le Japon a annoncé une aide d'urgence pour les sinistrés du cyclone, a indiqué l'ambassade nippone.
        CONSULT EGY,SAU | Le président égyptien attendu à Riyad dimanche | Abdel Fattah al-Sissi se rendra en visite officielle en Arabie saoudite pour rencontrer le prince héritier.
        SANCTION CAN,NIC | Ottawa expulse un diplomate nicaraguayen | Le Canada a déclaré persona non grata le premier conseiller de l'ambassade du Nicaragua.
        SUPPORT ESP,PSE | Madrid salue la réforme palestinienne | L'Espagne a réaffirmé son soutien à l'Autorité palestinienne, a déclaré le ministre espagnol des Affaires étrangères.
        CONSULT ARM,AZE | Erevan et Bakou se retrouvent à Genève | Les négociateurs arméniens et azerbaïdjanais ont repris leurs pourparlers sur le tracé de la frontière.
        AGREE MLI,TGO | Bamako et Lomé concluent un traité de transit | Le Mali et le Togo ont conclu un accord sur l'accès au port de Lomé.
        ACCUSE UNO,MMR | L'ONU condamne les frappes de l'armée birmane | Les Nations unies ont condamné jeudi le bombardement d'un marché et exhorté la Birmanie à cesser les attaques.
        CONCEDE VEN,COL | Caracas libère cinq pêcheurs colombiens | Le Venezuela a libéré les pêcheurs détenus depuis janvier, à la demande de Bogota.
        MOBILIZE CHN,PHL | Pékin déploie deux navires près du récif disputé | La Chine a déployé des garde-côtes face aux Philippines, qui dénoncent une provocation.
        - | Le Stade rennais s'incline à Lens | Battus 2-1, les Rennais reculent à la neuvième place du championnat de France.
        - | La banque centrale laisse son taux inchangé | L'inflation a reculé à 2,1 % en février, selon l'institut de statistique.
        - | Un député de l'Orne condamné pour fraude | Le tribunal a prononcé dix-huit mois de prison avec sursis contre l'élu.
        - | Grève des cheminots : un train sur trois vendredi | Les syndicats réclament une hausse des salaires et l'ouverture de négociations avec la direction.
        - | Le fabricant de pneus rachète son concurrent allemand | L'accord, d'un montant de 400 millions d'euros, doit être approuvé par les actionnaires.
        - | Remaniement : trois ministres quittent le gouvernement | Le Premier ministre a présenté sa nouvelle équipe, sans toucher aux Finances.
        - | Inondations dans le Var : deux morts | Les secours ont évacué quatre cents personnes dans la nuit.
        - | Le festival de Deauville dévoile son jury | La comédienne présidera un jury de sept membres venus de cinq pays.
        - | Trois soldats tués dans une embuscade au nord du Burkina Faso | L'armée a riposté et neutralisé plusieurs assaillants, selon l'état-major.
        - | L'opposition sénégalaise appelle à manifester samedi | La coalition réclame la publication du fichier électoral.
        - | Tennis : Morel en finale à Rotterdam | Le Français a dominé le Serbe en deux sets.
        - | Procès des écoutes : le parquet fait appel | La cour se prononcera en septembre.
        - | Comment bien choisir son vin chilien | Nos conseils pour accompagner viandes et poissons.
        - | Une étude sur les baleines au large de l'Islande | Des chercheurs norvégiens et islandais ont suivi quarante animaux.
        - | Le maire de Lyon inaugure une passerelle | L'ouvrage relie deux quartiers séparés par le fleuve.
        - | Hausse du prix du gaz : le gouvernement promet un chèque | La mesure concernera quatre millions de foyers.
        CONSULT ITA,TUN | Rome et Tunis évoquent les traversées | La cheffe du gouvernement italien s'est entretenue par téléphone avec le président tunisien.
        SANCTION USA,CUB | Washington gèle les avoirs de trois généraux cubains | Le Trésor américain les accuse d'avoir réprimé des manifestants.
        REJECT IRN,USA | Téhéran dit non à une rencontre à Oslo | L'Iran a exclu toute discussion avec les États-Unis tant que les frappes continuent.
        AID DEU,JOR | Berlin débloque 40 millions pour la Jordanie | L'Allemagne financera des stations d'épuration, a précisé la ministre allemande.
        ACCUSE TCD,SDN | N'Djamena met en cause Khartoum | Le Tchad reproche au Soudan d'armer des rebelles à sa frontière.
        CONCEDE CHN,AUS | Pékin lève sa taxe sur le vin australien | La Chine supprimera le mois prochain les droits imposés en 2021.
        AGREE QAT,EGY | Doha et Le Caire s'entendent sur un gazoduc | Les deux pays ont paraphé un protocole.
        - | Handball : la France élimine la Suède | Les Bleues retrouveront la Norvège en finale dimanche à Vienne.
        - | Un navire grec s'échoue au large du Portugal | L'équipage philippin a été secouru par hélicoptère.
        - | Airbus livre dix appareils à une compagnie turque | La commande avait été passée au salon de Dubaï.
        - | Frappe sur Kharkiv : trois morts | L'armée russe a visé un dépôt, selon le gouverneur ukrainien.
        - | En Espagne, la droite refuse toute alliance régionale | Les négociations se poursuivent à Valence entre les partis.
        """
}
