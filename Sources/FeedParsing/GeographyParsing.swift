import Markup
/// Places: GeoRSS simple and GML (georss.org), W3C geo (wgs84_pos).
extension FeedReader {
    /// Half a W3C position, until its other half comes.
    struct Position {
        var latitude: Double?
        var longitude: Double?
    }

    mutating func readGeography(_ element: FeedElement, into builder: inout LevelBuilder) -> Bool {
        switch (element.vocabulary, element.term) {
        case (.geo, .lat), (.geo, .long), (.geo, .lon): readCoordinate(element.term, into: &builder)
        case (.geo, .point):
            let depth = depth
            while let child = nextChild(of: depth) { readCoordinate(child.term, into: &builder) }
        case (.georss, .point), (.georss, .line), (.georss, .box), (.georss, .polygon):
            set(geometry(element.term, text()), &builder)
        case (.georss, .where):
            let depth = depth
            var found = false
            while let child = nextChild(of: depth) {
                readGML(child.term, into: &builder)
                found = true
            }
            if !found { set(nil, &builder) }
        case (.gml, _): readGML(element.term, into: &builder)
        default: return false
        }
        return true
    }

    /// Reads a GML geometry; its coordinates may lie some elements deeper.
    private mutating func readGML(_ term: Term, into builder: inout LevelBuilder) {
        var shape = term
        var coordinates: [String] = []
        collectCoordinates(&shape, &coordinates, remaining: 6)
        if shape == .envelope { shape = .box }
        if shape == .linestring { shape = .line }
        set(geometry(shape, coordinates.joined(separator: " ")), &builder)
    }

    private mutating func collectCoordinates(_ shape: inout Term, _ coordinates: inout [String], remaining: Int) {
        let depth = depth
        while let child = nextChild(of: depth) {
            switch child.term {
            case .pos, .poslist, .coordinates, .lowercorner, .uppercorner: coordinates.append(text())
            case _ where remaining > 0: collectCoordinates(&shape, &coordinates, remaining: remaining - 1)
            default: continue
            }
        }
    }

    /// Makes a geometry of latitudes and longitudes in turn.
    private func geometry(_ shape: Term, _ text: String) -> Geometry? {
        let numbers = text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" || $0 == "\r" }.map { Double($0) }
        let values = numbers.compactMap { $0 }
        guard values.count == numbers.count, values.count >= 2, values.count % 2 == 0, values.allSatisfy(\.isFinite)
        else { return nil }
        let positions = stride(from: 0, to: values.count, by: 2).map { [values[$0 + 1], values[$0]] }
        guard positions.allSatisfy({ abs($0[1]) <= 90 && abs($0[0]) <= 360 }) else { return nil }
        switch shape {
        case .point: return positions.count == 1 ? .point(positions[0]) : nil
        case .line: return positions.count >= 2 ? .line(positions) : nil
        case .polygon: return positions.count >= 3 ? .polygon(positions) : nil
        case .box:
            guard positions.count == 2 else { return nil }
            let (low, high) = (positions[0], positions[1])
            return .polygon([low, [high[0], low[1]], high, [low[0], high[1]], low])
        default: return nil
        }
    }

    private func set(_ geometry: Geometry?, _ builder: inout LevelBuilder) {
        if let geometry {
            builder.level.geo = builder.level.geo ?? geometry
            builder.level.geoEmpty = false
        } else if builder.level.geo == nil {
            builder.level.geoEmpty = true
        }
    }

    private mutating func readCoordinate(_ term: Term, into builder: inout LevelBuilder) {
        let value = Double(text()).flatMap { $0.isFinite ? $0 : nil }
        switch term {
        case .lat: builder.position.latitude = value
        case .long, .lon: builder.position.longitude = value
        default: return
        }
        if let latitude = builder.position.latitude, let longitude = builder.position.longitude, abs(latitude) <= 90 {
            set(.point([longitude, latitude]), &builder)
        } else if builder.level.geo == nil {
            builder.level.geoEmpty = true
        }
    }
}
