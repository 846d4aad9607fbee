internal import CCurl
internal import Glibc

extension Transfer {
    /// Whether the body is not in the encoding that its header says, or that is none.
    func isMisencoded(_ code: CURLcode) -> Bool {
        if bodyIsTooLong || headersAreTooLong { return false }
        return code == CURLE_BAD_CONTENT_ENCODING || code == CURLE_WRITE_ERROR
    }

    /// Says what an error of libcurl means here.
    func reason(_ code: CURLcode) -> FetchError.Reason {
        if headersAreTooLong { return .headersTooLarge(limit: limits.header) }
        if bodyIsTooLong { return .tooLarge(limit: limits.body) }
        // What libcurl says of a header line too long for it, which our callback then never sees (CURL_MAX_HTTP_HEADER).
        if code == CURLE_OUT_OF_MEMORY, body.isEmpty, offset(CURLINFO_STARTTRANSFER_TIME_T) > 0 {
            return .headersTooLarge(limit: min(limits.header, Int(CURL_MAX_HTTP_HEADER)))
        }
        switch code {
        case CURLE_COULDNT_CONNECT:
            if let (address, kind) = refused { return .addressRefused(address: address.description, kind: kind) }
            return number(CURLINFO_OS_ERRNO) == Int(ECONNREFUSED) ? .refused : .unreachable(words(code))
        case CURLE_COULDNT_RESOLVE_HOST: return .hostNotFound(job?.url.host ?? "")
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return .proxy(words(code))
        case CURLE_OPERATION_TIMEDOUT: return timeout
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: limits.body)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            return .tls(tlsProblem(code))
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return .broken(words(code))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
            return .badResponse(words(code))
        case CURLE_URL_MALFORMAT: return .badURL(words(code))
        default: return .failed(code: Int(code.rawValue), words(code))
        }
    }

    private var timeout: FetchError.Reason {
        let limits = timeLimits
        if words(CURLE_OPERATION_TIMEDOUT).contains("too slow") { return .stalled(limits.lowSpeed) }
        // Zero until the connection stands.
        let isConnected = offset(CURLINFO_PRETRANSFER_TIME_T) > 0
        return isConnected ? .timeout(limits.total) : .connectTimeout(min(limits.connect, limits.total))
    }

    /// Names OpenSSL's verdict (openssl-verification-options(1)).
    private func tlsProblem(_ code: CURLcode) -> FetchError.TLSProblem {
        switch number(CURLINFO_SSL_VERIFYRESULT) {
        case 10: return .expired
        case 9: return .notYetValid
        case 18, 19: return .selfSigned
        case 2, 20, 21, 27: return .unknownIssuer
        case 62, 64: return .wrongHost
        default:
            let words = words(code)
            return words.contains("does not match") || words.contains("subject name") ? .wrongHost : .other(words)
        }
    }
}
