extension LabelledItem {
    /// Invented items in Portuguese: `TYPE PARTIES | headline | opening`, `-` for what is no diplomacy.
    static let portuguese = """
        CONSULT BRA,PRY | Brasília e Assunção discutem tarifa de Itaipu | O chanceler brasileiro reuniu-se na terça-feira com o ministro paraguaio para negociar o preço da energia.
        AGREE PRT,AGO | Portugal e Angola assinam acordo sobre vistos | Os dois governos assinaram em Luanda um acordo de mobilidade.
        SANCTION EUU,RUS | União Europeia aprova novas sanções contra Moscovo | Os Estados-membros aprovaram sanções a bancos russos.
        ACCUSE MOZ,MWI | Maputo acusa Lilongwe de violar a fronteira | O Governo moçambicano acusou o Malawi de deslocar os marcos.
        REJECT BRA,USA | Brasil rejeita cota de aço proposta pelos Estados Unidos | O governo brasileiro recusou a oferta americana e disse que não negocia sob ameaça.
        REQUEST CPV,FRA | Cabo Verde pede apoio à França para vigilância marítima | O primeiro-ministro cabo-verdiano pediu a Paris um navio patrulha.
        THREATEN CHN,TWN | Pequim ameaça Taipé com novas manobras | A China advertiu Taiwan de que responderá a qualquer passo para a independência.
        AID JPN,TLS | Japão doa arroz a Timor-Leste | O governo japonês anunciou uma ajuda de cinco mil toneladas aos timorenses.
        CONSULT PRT,ESP | Montenegro recebe Sánchez em Lisboa na sexta-feira | O primeiro-ministro português vai receber o homólogo espanhol para uma cimeira sobre energia.
        SANCTION ARG,VEN | Argentina expulsa diplomata venezuelano | Buenos Aires declarou persona non grata o conselheiro da embaixada da Venezuela.
        SUPPORT BRA,PSE | Brasil reafirma apoio à Palestina | O Itamaraty saudou o reconhecimento do Estado palestino.
        CONSULT UKR,RUS | Kiev e Moscou retomam negociações em Istambul | Delegações ucranianas e russas iniciaram conversações sobre troca de prisioneiros.
        ACCUSE UNO,SDN | ONU condena ataque a hospital no Sudão | As Nações Unidas condenaram o bombardeio e exigiram acesso humanitário.
        CONCEDE GNQ,PRT | Guiné Equatorial liberta dois engenheiros portugueses | Malabo libertou os detidos a pedido de Lisboa.
        AGREE BRA,CHN | Brasil e China fecham acordo sobre soja | Os ministros dos dois países firmaram um memorando para reduzir tarifas.
        RETREAT RWA,COD | Ruanda retira tropas do leste do Congo | Kigali começou a retirada prevista no acordo com Kinshasa.
        - | Benfica vence em Braga e sobe ao segundo lugar | Um golo nos descontos decidiu o jogo.
        - | Banco Central mantém juros em 11% | A decisão foi unânime, segundo a ata.
        - | Ex-prefeito de Santos é condenado por corrupção | O tribunal fixou a pena em nove anos.
        - | Greve dos professores entra na terceira semana | O sindicato rompeu as negociações com o governo estadual.
        - | Câmara aprova reforma do ensino médio | O texto segue para o Senado.
        - | Fabricante de aviões vende dez jatos a companhia canadense | O contrato soma 500 milhões de dólares.
        - | Chuvas deixam três mortos no Maranhão | A Defesa Civil retirou famílias das margens.
        - | Festival de cinema de Gramado anuncia selecionados | Doze filmes disputam o prêmio.
        - | Polícia apreende duas toneladas de cocaína em Lisboa | Quatro homens foram detidos.
        - | Ataque mata cinco militares no norte de Moçambique | O exército perseguiu os insurgentes.
        - | Natação: brasileira bate recorde em Doha | A atleta de 22 anos nadou em 2min04s.
        - | Juiz manda soltar ex-ministro | A defesa alegou problemas de saúde.
        - | Cinco vinhos portugueses para o inverno | Rótulos abaixo de vinte euros.
        - | Cientistas descobrem orquídea na Amazónia | A espécie cresce a 900 metros.
        - | Prefeita de Recife inaugura corredor de ônibus | A obra custou 80 milhões de reais.
        - | Gasolina sobe em Angola | O governo prometeu subsídios aos taxistas.
        CONSULT ITA,LBY | Roma e Trípoli conversam sobre gás | A primeira-ministra italiana falou com o chefe do governo líbio.
        SANCTION CAN,IRN | Otava congela bens de juízes iranianos | O Canadá anunciou medidas contra cinco magistrados do Irã.
        REJECT SRB,XKX | Belgrado recusa plano de Pristina | A Sérvia disse que não aceitará a proposta do Kosovo.
        AID KOR,MOZ | Coreia do Sul doa barcos a Moçambique | Seul entregou quatro embarcações à guarda costeira moçambicana.
        ACCUSE EGY,ETH | Cairo culpa Adis Abeba pelas cheias | O Egito criticou a Etiópia por abrir comportas sem aviso.
        CONCEDE VEN,USA | Caracas solta três americanos | A Venezuela libertou os detidos após visita de um enviado dos Estados Unidos.
        AGREE KGZ,TJK | Bisqueque e Duchambé fecham fronteira comum | Quirguistão e Tajiquistão assinaram o mapa definitivo.
        - | Portugal vence Angola no basquetebol | A seleção garantiu vaga nas meias-finais.
        - | Cargueiro grego encalha no Recife | A tripulação filipina foi resgatada.
        - | Empresa chinesa compra mina no Pará | O negócio de 700 milhões de dólares depende do Cade.
        - | Ataque russo mata quatro em Kharkiv | O governador ucraniano falou em prédios destruídos.
        - | Partidos espanhóis negociam governo na Catalunha | As conversas devem durar até abril.
        """
}
