import Curation
import Developments
import Notation

/// A town where diplomats meet, and where it lies: capitals, and towns that are known for their conferences.
///
/// Regions, straits and towns that are not listed have no point.
struct Town {
    /// Latitude and longitude in degrees of WGS 84, as GeoRSS Simple writes them (OGC 17-002, section 7.1).
    let point: String

    /// Finds a venue's town; nil for a country, a region, or a town that is not listed.
    init?(_ venue: Venue?) {
        guard let venue, let point = Self.points[Self.key(venue.place, venue.country)] else { return nil }
        self.point = point
    }

    private static func key(_ name: String, _ country: String) -> String {
        country + TextFolding.folded(name).filter { $0.isLetter }
    }

    private static let points: [String: String] = {
        var points: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 4 else { continue }
            let (names, country) = (words.dropLast(3).joined(separator: " "), String(words[words.count - 3]))
            for name in names.split(separator: "|") {
                points[key(String(name), country)] = words.suffix(2).joined(separator: " ")
            }
        }
        return points
    }()

    /// Names, country, latitude, longitude.
    private static let table = """
        Abidjan CIV 5.35 -4.02
        Abu Dhabi ARE 24.45 54.38
        Abuja NGA 9.06 7.49
        Accra GHA 5.56 -0.20
        Addis Ababa ETH 9.03 38.74
        Aden YEM 12.79 45.03
        Alexandria EGY 31.20 29.92
        Algiers DZA 36.75 3.06
        Almaty KAZ 43.24 76.89
        Amman JOR 31.95 35.93
        Amsterdam NLD 52.37 4.90
        Anchorage USA 61.22 -149.90
        Ankara TUR 39.93 32.86
        Antalya TUR 36.89 30.71
        Antananarivo MDG -18.88 47.51
        Arusha TZA -3.37 36.68
        Ashgabat TKM 37.95 58.38
        Asmara ERI 15.34 38.93
        Astana KAZ 51.17 71.45
        Asunción PRY -25.28 -57.63
        Athens GRC 37.98 23.73
        Auckland NZL -36.85 174.76
        Baghdad IRQ 33.31 44.37
        Baku AZE 40.41 49.87
        Bamako MLI 12.64 -8.00
        Bandar Seri Begawan BRN 4.90 114.94
        Bandung IDN -6.92 107.61
        Bangkok THA 13.76 100.50
        Bangui CAF 4.39 18.56
        Banjul GMB 13.45 -16.58
        Barcelona ESP 41.39 2.17
        Basra IRQ 30.51 47.78
        Batumi GEO 41.64 41.63
        Beijing|Peking CHN 39.90 116.41
        Beirut LBN 33.89 35.50
        Belém BRA -1.46 -48.50
        Belfast GBR 54.60 -5.93
        Belgrade SRB 44.79 20.45
        Belmopan BLZ 17.25 -88.76
        Benghazi LBY 32.12 20.07
        Bergen NOR 60.39 5.32
        Berlin DEU 52.52 13.41
        Bern|Berne CHE 46.95 7.45
        Bethlehem PSE 31.71 35.20
        Biarritz FRA 43.48 -1.56
        Bishkek KGZ 42.87 74.59
        Bissau GNB 11.86 -15.60
        Bogotá COL 4.71 -74.07
        Bonn DEU 50.74 7.10
        Boston USA 42.36 -71.06
        Brasilia BRA -15.79 -47.88
        Bratislava SVK 48.15 17.11
        Brazzaville COG -4.26 15.24
        Bridgetown BRB 13.10 -59.62
        Brussels BEL 50.85 4.35
        Bucharest ROU 44.43 26.10
        Budapest HUN 47.50 19.04
        Buenos Aires ARG -34.60 -58.38
        Bujumbura BDI -3.38 29.36
        Burgenstock|Bürgenstock CHE 47.00 8.38
        Busan KOR 35.18 129.08
        Cairo EGY 30.04 31.24
        Canberra AUS -35.28 149.13
        Cannes FRA 43.55 7.02
        Cape Town ZAF -33.92 18.42
        Caracas VEN 10.48 -66.90
        Cartagena COL 10.39 -75.51
        Casablanca MAR 33.57 -7.59
        Chicago USA 41.88 -87.63
        Chisinau|Chișinău MDA 47.01 28.86
        Colombo LKA 6.93 79.86
        Conakry GIN 9.64 -13.58
        Copenhagen DNK 55.68 12.57
        Cotonou BEN 6.37 2.39
        Dakar SEN 14.72 -17.47
        Damascus SYR 33.51 36.28
        Dar es Salaam TZA -6.79 39.21
        Davos CHE 46.80 9.84
        Delhi IND 28.66 77.23
        Dhaka BGD 23.81 90.41
        Dili TLS -8.56 125.57
        Dodoma TZA -6.16 35.75
        Doha QAT 25.29 51.53
        Dubai ARE 25.20 55.27
        Dublin IRL 53.35 -6.26
        Dushanbe TJK 38.56 68.79
        Edinburgh GBR 55.95 -3.19
        Erbil IRQ 36.19 44.01
        Evian FRA 46.40 6.59
        Frankfurt DEU 50.11 8.68
        Freetown SLE 8.48 -13.23
        Gaborone BWA -24.65 25.91
        Gaza City PSE 31.52 34.45
        Geneva CHE 46.20 6.14
        Gitega BDI -3.43 29.92
        Glasgow GBR 55.86 -4.25
        Goma COD -1.68 29.23
        Guatemala City GTM 14.63 -90.51
        Gyeongju KOR 35.86 129.22
        Hamburg DEU 53.55 9.99
        Hangzhou CHN 30.27 120.16
        Hanoi VNM 21.03 105.85
        Harare ZWE -17.83 31.05
        Havana CUB 23.11 -82.37
        Helsinki FIN 60.17 24.94
        Hiroshima JPN 34.39 132.46
        Ho Chi Minh City|Ho Chi Minh VNM 10.82 106.63
        Honiara SLB -9.43 159.95
        Islamabad PAK 33.68 73.05
        Istanbul TUR 41.01 28.98
        Izmir TUR 38.42 27.14
        Jakarta IDN -6.21 106.85
        Jeddah SAU 21.49 39.19
        Jerusalem ISR 31.78 35.22
        Johannesburg ZAF -26.20 28.05
        Juba SSD 4.85 31.58
        Kabul AFG 34.56 69.21
        Kampala UGA 0.35 32.58
        Kananaskis CAN 50.93 -115.14
        Kandahar AFG 31.63 65.71
        Karachi PAK 24.86 67.00
        Kathmandu NPL 27.72 85.32
        Kazan RUS 55.80 49.11
        Khartoum SDN 15.50 32.56
        Kigali RWA -1.94 30.06
        Kinshasa COD -4.32 15.31
        Kuala Lumpur MYS 3.14 101.69
        Kuwait City KWT 29.38 47.98
        Kyiv|Kiev UKR 50.45 30.52
        Kyoto JPN 35.01 135.77
        La Paz BOL -16.50 -68.15
        Lagos NGA 6.52 3.38
        Lahore PAK 31.55 74.34
        Larnaca CYP 34.92 33.62
        Lausanne CHE 46.52 6.63
        Libreville GAB 0.39 9.45
        Lilongwe MWI -13.96 33.77
        Lima PER -12.05 -77.04
        Lisbon PRT 38.72 -9.14
        Ljubljana SVN 46.06 14.51
        Lomé TGO 6.13 1.22
        London GBR 51.51 -0.13
        Los Angeles USA 34.05 -118.24
        Luanda AGO -8.84 13.23
        Lusaka ZMB -15.39 28.32
        Lviv UKR 49.84 24.03
        Madrid ESP 40.42 -3.70
        Malabo GNQ 3.75 8.78
        Managua NIC 12.11 -86.24
        Manama BHR 26.23 50.59
        Manila PHL 14.60 120.98
        Maputo MOZ -25.97 32.57
        Marrakech MAR 31.63 -7.99
        Maseru LSO -29.31 27.48
        Melbourne AUS -37.81 144.96
        Mexico City MEX 19.43 -99.13
        Miami USA 25.76 -80.19
        Milan ITA 45.46 9.19
        Minsk BLR 53.90 27.56
        Mogadishu SOM 2.05 45.32
        Monrovia LBR 6.30 -10.80
        Montevideo URY -34.90 -56.16
        Montreal CAN 45.50 -73.57
        Moroni COM -11.70 43.26
        Moscow RUS 55.76 37.62
        Mumbai IND 19.08 72.88
        Munich DEU 48.14 11.58
        Muscat OMN 23.59 58.41
        N'Djamena TCD 12.13 15.06
        Nairobi KEN -1.29 36.82
        Nassau BHS 25.05 -77.35
        Naypyidaw|Naypyitaw MMR 19.76 96.08
        New Delhi IND 28.61 77.21
        New York USA 40.71 -74.01
        Niamey NER 13.51 2.11
        Nice FRA 43.70 7.27
        Nicosia CYP 35.17 33.36
        Nouakchott MRT 18.08 -15.98
        Nusa Dua IDN -8.80 115.23
        Nuuk DNK 64.18 -51.72
        Odesa|Odessa UKR 46.48 30.73
        Osaka JPN 34.69 135.50
        Oslo NOR 59.91 10.75
        Ottawa CAN 45.42 -75.70
        Ouagadougou BFA 12.37 -1.52
        Panama City PAN 8.98 -79.52
        Panmunjom KOR 37.96 126.68
        Paris FRA 48.86 2.35
        Phnom Penh KHM 11.56 104.92
        Podgorica MNE 42.44 19.26
        Port Louis MUS -20.16 57.50
        Port Moresby PNG -9.44 147.18
        Port Sudan SDN 19.62 37.22
        Port of Spain TTO 10.66 -61.51
        Port-au-Prince HTI 18.54 -72.34
        Porto-Novo BEN 6.50 2.60
        Prague CZE 50.08 14.44
        Praia CPV 14.93 -23.51
        Pretoria ZAF -25.75 28.19
        Pristina XKX 42.66 21.17
        Pyongyang PRK 39.04 125.76
        Quito ECU -0.18 -78.47
        Rabat MAR 34.02 -6.84
        Ramallah PSE 31.90 35.20
        Rawalpindi PAK 33.57 73.02
        Reykjavik ISL 64.15 -21.94
        Riga LVA 56.95 24.11
        Rio de Janeiro BRA -22.91 -43.17
        Riyadh SAU 24.71 46.68
        Rome ITA 41.90 12.50
        Rotterdam NLD 51.92 4.48
        Salzburg AUT 47.81 13.06
        Samarkand UZB 39.65 66.98
        San Francisco USA 37.77 -122.42
        San Salvador SLV 13.69 -89.22
        Sanaa|Sana'a YEM 15.37 44.19
        Santiago CHL -33.45 -70.67
        Santo Domingo DOM 18.49 -69.93
        Sao Paulo|São Paulo BRA -23.55 -46.63
        Sarajevo BIH 43.86 18.41
        Seoul KOR 37.57 126.98
        Shanghai CHN 31.23 121.47
        Sharm el-Sheikh|Sharm el Sheikh EGY 27.92 34.33
        Skopje MKD 42.00 21.43
        Sochi RUS 43.60 39.73
        Sofia BGR 42.70 23.32
        St Petersburg|St. Petersburg|Saint Petersburg RUS 59.93 30.34
        Stockholm SWE 59.33 18.07
        Strasbourg FRA 48.57 7.75
        Suva FJI -18.14 178.44
        Sydney AUS -33.87 151.21
        Taipei TWN 25.03 121.57
        Tallinn EST 59.44 24.75
        Tashkent UZB 41.30 69.24
        Tbilisi GEO 41.72 44.78
        Tegucigalpa HND 14.07 -87.19
        Tehran|Teheran IRN 35.69 51.39
        Tel Aviv ISR 32.08 34.78
        The Hague|Hague NLD 52.08 4.31
        Thessaloniki GRC 40.64 22.94
        Thimphu BTN 27.47 89.64
        Tirana ALB 41.33 19.82
        Tokyo JPN 35.68 139.69
        Toronto CAN 43.65 -79.38
        Tripoli LBY 32.89 13.19
        Tunis TUN 36.81 10.18
        Ulaanbaatar|Ulan Bator MNG 47.92 106.92
        Vaduz LIE 47.14 9.52
        Valletta MLT 35.90 14.51
        Vancouver CAN 49.28 -123.12
        Venice ITA 45.44 12.34
        Versailles FRA 48.80 2.13
        Vienna AUT 48.21 16.37
        Vientiane LAO 17.97 102.63
        Vilnius LTU 54.69 25.28
        Vladivostok RUS 43.12 131.89
        Warsaw POL 52.23 21.01
        Washington|Washington D.C.|Washington DC USA 38.91 -77.04
        Wellington NZL -41.29 174.78
        Windhoek NAM -22.56 17.08
        Yangon MMR 16.87 96.20
        Yaounde|Yaoundé CMR 3.85 11.50
        Yerevan ARM 40.18 44.51
        Zagreb HRV 45.81 15.98
        Zurich CHE 47.38 8.54
        """
}
