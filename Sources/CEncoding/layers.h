// The encoder's layers, compiled once for each form. The form's file has set its target attribute and defined
//   LAYERS, the name of the function below, and
//   multiply_rows(weights, columns, inputs, tokens, sums): the exact products of 4 rows with `tokens` (a multiple of 4) rows of
//   inputs, 4 sums for each token; `columns` is a multiple of 32.
#include "forms.h"
#include "lanes.h"

INLINE const float *floats(const uint8_t *file, size_t offset) { return (const float *)(file + offset); }

/// Rounds each row to bytes: the scale is the row's largest magnitude / 127.
static void quantise(const float *x, size_t rows, size_t columns, int8_t *bytes, float *scales) {
    for (size_t row = 0; row < rows; row++, x += columns, bytes += columns) {
        f32x8 most = all(0);
        for (size_t i = 0; i < columns; i += 8) most = larger(magnitude(load(x + i)), most);
        float m = lane_max(most);
        int is_zero = !(m > 1e-36f);  // 127 / m would be infinite.
        scales[row] = is_zero ? 0 : m / 127.0f;
        f32x8 factor = all(is_zero ? 0 : 127.0f / m);
        for (size_t i = 0; i < columns; i += 8) {
            i32x8 rounded = (i32x8)(load(x + i) * factor + all(ROUNDING));
            i8x8 narrow = __builtin_convertvector(rounded, i8x8);
            memcpy(bytes + i, &narrow, sizeof narrow);
        }
    }
}

/// `out` = the linear map of `x`, through 8-bit weights and inputs.
static void linear(const uint8_t *file, const encoding_linear *map, size_t outputs, size_t columns, const float *x,
                   const encoding_workspace *work, float *out) {
    quantise(x, work->rows, columns, work->bytes, work->scales);
    const int8_t *weights = (const int8_t *)(file + map->weight);
    for (size_t row = 0; row < outputs; row += 4) {
        multiply_rows(weights + row * columns, columns, work->bytes, work->rows, work->sums);
        f32x4 scale, bias;
        memcpy(&scale, floats(file, map->scale) + row, sizeof scale);
        memcpy(&bias, floats(file, map->bias) + row, sizeof bias);
        for (size_t token = 0; token < work->rows; token++) {
            i32x4 sums;
            memcpy(&sums, work->sums + token * 4, sizeof sums);
            float s = work->scales[token];
            f32x4 y = __builtin_convertvector(sums, f32x4) * (f32x4){s, s, s, s} * scale + bias;
            memcpy(out + token * outputs + row, &y, sizeof y);
        }
    }
}

/// Normalises a row in place: mean 0 and variance 1, then factors and bias.
static void normalise(float *x, size_t size, float epsilon, const float *weight, const float *bias) {
    f32x8 sum = all(0), squares = all(0);
    for (size_t i = 0; i < size; i += 8) sum += load(x + i);
    f32x8 mean = all(lane_sum(sum) / (float)size);
    for (size_t i = 0; i < size; i += 8) {
        f32x8 d = load(x + i) - mean;
        squares += d * d;
    }
    f32x8 factor = all(1.0f / __builtin_sqrtf(lane_sum(squares) / (float)size + epsilon));
    for (size_t i = 0; i < size; i += 8) store(x + i, (load(x + i) - mean) * factor * load(weight + i) + load(bias + i));
}

/// x = norm(x + y).
static void add_and_normalise(const uint8_t *file, const encoding_shape *shape, encoding_norm norm, const float *y,
                              const encoding_workspace *work) {
    for (size_t row = 0; row < work->rows; row++) {
        float *x = work->x + row * shape->size;
        for (size_t i = 0; i < shape->size; i += 8) store(x + i, load(x + i) + load(y + row * shape->size + i));
        normalise(x, shape->size, shape->epsilon, floats(file, norm.weight), floats(file, norm.bias));
    }
}

/// A product of float matrices, out[i][j] = Σ a[i][k] b[k][j], k by k; `rows` is a multiple of 4, `columns` of 16.
static void multiply(const float *a, size_t a_stride, const float *b, size_t b_stride, size_t rows, size_t depth,
                     size_t columns, float *out, size_t out_stride) {
    for (size_t i = 0; i < rows; i += 4)
        for (size_t j = 0; j < columns; j += 16) {
            f32x8 sums[4][2] = {{all(0), all(0)}, {all(0), all(0)}, {all(0), all(0)}, {all(0), all(0)}};
            for (size_t k = 0; k < depth; k++) {
                f32x8 left = load(b + k * b_stride + j), right = load(b + k * b_stride + j + 8);
                for (int row = 0; row < 4; row++) {
                    f32x8 factor = all(a[(i + row) * a_stride + k]);
                    sums[row][0] += factor * left;
                    sums[row][1] += factor * right;
                }
            }
            for (int row = 0; row < 4; row++) {
                store(out + (i + row) * out_stride + j, sums[row][0]);
                store(out + (i + row) * out_stride + j + 8, sums[row][1]);
            }
        }
}

/// Turns scores over `count` keys into weights whose sum is 1; those of the padding are 0.
static void soften(float *scores, size_t count, size_t padded, float factor) {
    float most = scores[0] * factor;
    for (size_t i = 0; i < padded; i += 8) store(scores + i, load(scores + i) * all(factor));
    for (size_t i = 1; i < count; i++) most = scores[i] > most ? scores[i] : most;
    for (size_t i = 0; i < padded; i += 8) store(scores + i, exponential(load(scores + i) - all(most)));
    for (size_t i = count; i < padded; i++) scores[i] = 0;
    f32x8 sum = all(0);
    for (size_t i = 0; i < padded; i += 8) sum += load(scores + i);
    f32x8 share = all(1.0f / lane_sum(sum));
    for (size_t i = 0; i < padded; i += 8) store(scores + i, load(scores + i) * share);
}

/// `mixed` = for each head, the values of all tokens weighted by how their keys answer the token's query.
static void attend(const encoding_shape *shape, const encoding_workspace *work) {
    size_t size = shape->size, stride = 3 * size, width = size / shape->heads;
    float factor = 1.0f / __builtin_sqrtf((float)width);
    for (size_t head = 0; head < shape->heads; head++) {
        const float *queries = work->qkv + head * width, *keys = queries + size, *values = keys + size;
        for (size_t d = 0; d < width; d++)
            for (size_t token = 0; token < work->keys; token++)
                work->transposed[d * work->keys + token] = token < work->count ? keys[token * stride + d] : 0;
        multiply(queries, stride, work->transposed, work->keys, work->rows, width, work->keys, work->weights, work->keys);
        for (size_t token = 0; token < work->rows; token++)
            soften(work->weights + token * work->keys, work->count, work->keys, factor);
        multiply(work->weights, work->keys, values, stride, work->rows, work->count, width, work->mixed + head * width, size);
    }
}

/// h/2 · (1 + erf(h/√2)), in place.
static void gelu(float *h, size_t count) {
    for (size_t i = 0; i < count; i += 8) {
        f32x8 x = load(h + i);
        store(h + i, x * all(0.5f) * (all(1.0f) + error_function(x * all(0.70710678118654752f))));
    }
}

/// A half-precision number; infinities come out as large numbers.
INLINE float from_half(uint16_t half) {
    uint32_t bits = (uint32_t)(half & 0x7fff) << 13;
    float value;
    memcpy(&value, &bits, sizeof value);
    value *= 0x1p112f;
    return half & 0x8000 ? -value : value;
}

/// x = norm(word + position); rows of padding are 0.
static void embed(const uint8_t *file, const encoding_shape *shape, const uint32_t *tokens, const encoding_workspace *work) {
    size_t size = shape->size;
    memset(work->x, 0, work->rows * size * sizeof(float));
    for (size_t row = 0; row < work->count; row++) {
        float *x = work->x + row * size;
        const uint8_t *word = file + shape->words + (size_t)tokens[row] * (size / 2);
        const uint8_t *scales = file + shape->word_scales + (size_t)tokens[row] * (size / 32) * 2;
        for (size_t block = 0; block < size / 32; block++, word += 16) {
            float scale = from_half((uint16_t)(scales[2 * block] | scales[2 * block + 1] << 8));
            for (size_t i = 0; i < 16; i++) {
                x[block * 32 + i] = (float)((word[i] & 15) - 8) * scale;
                x[block * 32 + 16 + i] = (float)((word[i] >> 4) - 8) * scale;
            }
        }
        const float *position = floats(file, shape->positions) + row * size;
        for (size_t i = 0; i < size; i += 8) store(x + i, load(x + i) + load(position + i));
        normalise(x, size, shape->epsilon, floats(file, shape->norm.weight), floats(file, shape->norm.bias));
    }
}

/// The mean of the tokens' rows, token by token.
static void pool(const encoding_workspace *work, size_t size, float *mean) {
    for (size_t i = 0; i < size; i += 8) {
        f32x8 sum = all(0);
        for (size_t row = 0; row < work->count; row++) sum += load(work->x + row * size + i);
        store(mean + i, sum / all((float)work->count));
    }
}

void LAYERS(const uint8_t *file, const encoding_shape *shape, const encoding_layer *layers, const uint32_t *tokens,
            const encoding_workspace *work, float *states, float *pooled, float *story) {
    size_t size = shape->size;
    embed(file, shape, tokens, work);
    if (shape->story_layer == 0) pool(work, size, story);
    for (size_t i = 0; i < shape->layers; i++) {
        const encoding_layer *layer = layers + i;
        linear(file, &layer->qkv, 3 * size, size, work->x, work, work->qkv);
        attend(shape, work);
        linear(file, &layer->attention, size, size, work->mixed, work, work->hidden);
        add_and_normalise(file, shape, layer->attention_norm, work->hidden, work);
        linear(file, &layer->up, shape->inner, size, work->x, work, work->hidden);
        gelu(work->hidden, work->rows * shape->inner);
        linear(file, &layer->down, size, shape->inner, work->hidden, work, work->mixed);
        add_and_normalise(file, shape, layer->output_norm, work->mixed, work);
        if (shape->story_layer == i + 1) pool(work, size, story);
    }
    memcpy(states, work->x, work->count * size * sizeof(float));
    pool(work, size, pooled);
}
