internal import CCurl
internal import Glibc

extension Transfer {
    /// Describes the hop that has just ended, while the handle still knows it.
    func trace(status: Int?, error: FetchError.Reason?) -> RequestTrace {
        let finished = seconds(CURLINFO_TOTAL_TIME_T)
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        let now = Double(clock.tv_sec) + Double(clock.tv_nsec) * 1e-9
        return RequestTrace(
            url: printable(job?.url.text ?? ""), purpose: job?.request.purpose ?? .feed, hop: job?.hops ?? 0,
            isConditional: job?.request.validators.isEmpty == false, status: status, error: error?.description,
            address: string(CURLINFO_PRIMARY_IP) ?? "", version: version,
            isNewConnection: number(CURLINFO_NUM_CONNECTS) > 0, started: now - finished, waited: waited,
            steps: .init(
                resolved: seconds(CURLINFO_NAMELOOKUP_TIME_T), connected: seconds(CURLINFO_CONNECT_TIME_T),
                secured: seconds(CURLINFO_APPCONNECT_TIME_T), answered: seconds(CURLINFO_STARTTRANSFER_TIME_T),
                finished: finished),
            headerBytes: number(CURLINFO_HEADER_SIZE), wireBytes: offset(CURLINFO_SIZE_DOWNLOAD_T),
            bodyBytes: body.count)
    }

    private func seconds(_ info: CURLINFO) -> Double { Double(offset(info)) * 1e-6 }

    private var version: String {
        switch number(CURLINFO_HTTP_VERSION) {
        case Int(CURL_HTTP_VERSION_1_0): "1.0"
        case Int(CURL_HTTP_VERSION_1_1): "1.1"
        case Int(CURL_HTTP_VERSION_2_0): "2"
        case Int(CURL_HTTP_VERSION_3): "3"
        default: ""
        }
    }
}
