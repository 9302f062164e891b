// The yardstick for the road search: the same algorithm in plain C++, on the same arrays, with the standard heap.
// Nearest k free units against the traffic from one junction (incremental network expansion). Times in nanoseconds.
#include <chrono>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

extern "C" void nearest(
    int32_t nodes, int32_t states, const int32_t* in_ptr, const int32_t* rows, const int32_t* first, int32_t entries, const int32_t* entry,
    const int32_t* free_units, int32_t units, int32_t queries, const int32_t* targets, int32_t k, int32_t* found_ms, int64_t* took_ns) {
    using Item = std::pair<int32_t, int32_t>;
    (void)states;
    (void)entries;
    std::vector<int32_t> stamp(nodes, -1), best(nodes), done(units, -1);
    std::vector<Item> store;
    for (int32_t q = 0; q < queries; ++q) {
        const auto start = std::chrono::steady_clock::now();
        store.clear();
        std::priority_queue<Item, std::vector<Item>, std::greater<Item>> heap(std::greater<Item>(), std::move(store));
        stamp[targets[q]] = q;
        best[targets[q]] = 0;
        heap.emplace(0, targets[q]);
        int32_t found = 0;
        while (!heap.empty() && found < k) {
            const auto [time, code] = heap.top();
            heap.pop();
            if (code >= nodes) {
                const int32_t unit = entry[5 * (code - nodes)];
                if (done[unit] != q && free_units[unit]) {
                    done[unit] = q;
                    found_ms[q * k + found++] = time;
                }
                continue;
            }
            if (best[code] != time) continue;
            for (int32_t b = in_ptr[code]; b < in_ptr[code + 1]; ++b) {
                for (int32_t j = first[b]; j >= 0; j = entry[5 * j + 3]) heap.emplace(time + entry[5 * j + 1] + entry[5 * j + 2], nodes + j);
                const int32_t tail = rows[4 * b + 1], later = time + rows[4 * b];
                if (stamp[tail] != q || later < best[tail]) {
                    stamp[tail] = q;
                    best[tail] = later;
                    heap.emplace(later, tail);
                }
            }
        }
        took_ns[q] = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start).count();
    }
}
