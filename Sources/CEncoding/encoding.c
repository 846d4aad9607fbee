#include "CEncoding.h"
#include "forms.h"
#include "lanes.h"

int encoding_has_form(encoding_form form) {
    if (form == encoding_form_portable) return 1;
#if defined(__x86_64__)
    if (form == encoding_form_avx2) return __builtin_cpu_supports("avx2") != 0;
    if (form == encoding_form_vnni)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
#endif
    return 0;
}

/// Divides the scratch among the steps; returns the bytes that they take. Each part begins at a multiple of 32.
static size_t lay_out(const encoding_shape *shape, size_t count, uint8_t *scratch, encoding_workspace *work) {
    size_t rows = (count + 3) / 4 * 4, keys = (count + 15) / 16 * 16, size = shape->size;
    size_t widest = shape->inner > size ? shape->inner : size;
    size_t at = 0;
    *work = (encoding_workspace){.count = count, .rows = rows, .keys = keys};
#define PART(name, elements)                                            \
    work->name = scratch ? (void *)(scratch + at) : 0;                  \
    at += ((elements) * sizeof(*work->name) + 31) / 32 * 32
    PART(x, rows * size);
    PART(qkv, rows * size * 3);
    PART(mixed, rows * size);
    PART(hidden, rows * widest);
    PART(transposed, keys * (size / shape->heads));
    PART(weights, rows * keys);
    PART(scales, rows);
    PART(bytes, rows * widest);
    PART(sums, rows * 4);
#undef PART
    return at;
}

size_t encoding_scratch_size(const encoding_shape *shape, size_t count) {
    encoding_workspace work;
    return lay_out(shape, count, 0, &work);
}

void encoding_run(encoding_form form, const uint8_t *file, const encoding_shape *shape, const encoding_layer *layers,
                  const uint32_t *tokens, size_t count, uint8_t *scratch, float *states, float *pooled, float *story) {
    encoding_workspace work;
    lay_out(shape, count, scratch, &work);
    encoding_layers *run = encoding_layers_portable;
#if defined(__x86_64__)
    if (form == encoding_form_avx2) run = encoding_layers_avx2;
    if (form == encoding_form_vnni) run = encoding_layers_vnni;
#endif
    run(file, shape, layers, tokens, &work, states, pooled, story);
}

float encoding_dot(const float *left, const float *right, size_t count) {
    f32x8 sum = all(0);
    size_t i = 0;
    for (; i + 8 <= count; i += 8) sum += load(left + i) * load(right + i);
    for (size_t lane = 0; i + lane < count; lane++) sum[lane] += left[i + lane] * right[i + lane];
    return lane_sum(sum);
}

void encoding_add(float *sum, const float *vector, size_t count) {
    for (size_t i = 0; i < count; i++) sum[i] += vector[i];
}

float encoding_exp(float x) { return exponential(all(x))[0]; }

float encoding_erf(float x) { return error_function(all(x))[0]; }
